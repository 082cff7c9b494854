# A reading aid beside the French, which alone binds. Same figures, same days.

langue = English
titre = Your daily sick-leave allowance
date-courrier = { $date }
dossier = File: { $dossier }
foi = Only the French version is legally binding.
projet = A computer program prepared this letter. A person checks it before it is sent.
environ = about { $montant }
a-etablir = not yet decided
image = Your days in a picture (in French)
image-texte = The same thing as text (in French)

obtenez = What you receive
total-personne = You receive { $montant } in total.
total-employeur = Your employer receives { $montant } in total. In return, your employer keeps paying your wages.
total-employeurs = Your employers receive { $montant } in total. In return, they keep paying your wages.
partage-employeur = The allowance is { $montant } in total. Part of it goes to your employer, who keeps paying your wages.
partage-employeurs = The allowance is { $montant } in total. Part of it goes to your employers, who keep paying your wages.
total-sans-destinataire = The allowance is { $montant } in total. We do not yet know who receives it.
total-nul = You do not receive an allowance for these days.
total-inconnu = We cannot yet tell you the total amount.
total-garanti = We already guarantee you { $montant }, before deductions.
total-au-plus = You will receive { $montant } at most, before deductions.
part-personne = Before deductions, your share is { $montant }.
part-employeur = Before deductions, your employer's share is { $montant }.
part-employeurs = Before deductions, your employers' share is { $montant }.
avant-retenues = Before deductions, the amount is { $montant }. Two taxes, CSG and CRDS, are deducted.
jours-payes = { $jours ->
    [0] No day is paid.
    [1] One day is paid.
   *[other] { $jours } days are paid.
  }
periode-connue = For the sick leave from { $du } to { $au }, the allowance is { $montant }, after deductions.
pas-de-calcul = We have not calculated an allowance. A member of staff must look at your situation.
calcul-impossible = We could not calculate an allowance. A member of staff must take over your file.

quand = For which days
quand-periode = From { $du } to { $au }: { $jours ->
    [0] no day
    [1] one day
   *[other] { $jours } days
  }, at { $montant } a day.
quand-jour = On { $jour }: { $montant }.
quand-rien = No day is paid.
quand-inconnu = From { $du } to { $au }: { $jours ->
    [0] no day
    [1] one day
   *[other] { $jours } days
  } not yet decided.
quand-inconnu-jour = On { $jour }: not yet decided.
quand-assure = These days are paid to you. Amounts are before deductions.
quand-employeur = These days are paid to your employer. Amounts are before deductions.
quand-employeurs = These days are paid to your employers. Amounts are before deductions.
quand-sans-destinataire = We do not yet know who receives these days. Amounts are before deductions.

pourquoi = Why
pourquoi-periode = From { $du } to { $au }: { $statut }.
pourquoi-jour = On { $jour }: { $statut }.
pourquoi-autres = { $periodes ->
    [0] There is no other period like these.
    [1] One other period is in the same situation. It is in the details.
   *[other] { $periodes } other periods are in the same situation. They are in the details.
  }
pourquoi-inconnu = We lack what we need to decide on the days not yet decided.
raison-hors-champ = Your situation is outside what we can calculate.
raison-refus = A fact, or a legal text, is missing for this calculation.
retard-d-envoi-premier-retard = The notice for the sick leave from { $du } to { $au } was sent late. Another late notice within twenty-four months would halve the allowance.
retard-d-envoi-nouveau-retard = The notice for the sick leave from { $du } to { $au } was sent late, like another in the last twenty-four months. The allowance is halved until it was sent.

statut-indemnise = paid days
raison-indemnise = The allowance for one day is a part of your daily wage, up to a maximum.
statut-carence = waiting period
raison-carence = The first days of a sick leave are not paid.
statut-entre-deux-arrets = between two sick leaves
raison-entre-deux-arrets = These days are not in any sick leave.
statut-apres-le-deces = after the death
raison-apres-le-deces = The allowance stops at death.
statut-travaille = day worked
raison-travaille = A day worked in part is not paid.
statut-sans-droit = no entitlement
raison-sans-droit = You must have worked enough before the sick leave.
statut-prescription-non-conforme = sick leave not valid
raison-prescription-non-conforme = The sick leave was not prescribed as the law requires.
statut-envoi-apres-la-fin = certificate sent too late
raison-envoi-apres-la-fin = The certificate arrived after the end of the sick leave.
statut-suspendu = allowance suspended
raison-suspendu = A decision suspends your allowance.
statut-detention = detention
raison-detention = The allowance is not due during detention.
statut-sejour-a-l-etranger = stay abroad
raison-sejour-a-l-etranger = The allowance is not due during this stay.
statut-deja-indemnise = already paid
raison-deja-indemnise = Another allowance already pays these days.
statut-limite-atteinte = limit reached
raison-limite-atteinte = The largest number of paid days has been reached.
statut-perte-non-declaree = loss of wages not declared
raison-perte-non-declaree = Your employer has not yet declared your loss of wages.
statut-sans-perte-de-salaire = no loss of wages
raison-sans-perte-de-salaire = You have not lost any wages.

calcul-salaire-journalier-de-base = Your basic daily wage: { $montant }.
calcul-indemnite-entiere = The allowance for a full day: { $montant }.

manque = What is missing
manque-rien = Nothing is missing for these days.
manque-examen = The member of staff who looks at your file will tell you if a document is missing.
manque-fait = To be completed (in French): { $fait }.
manque-piece = This document is missing: { $piece }. Who must send it: { $qui }.
manque-precision = Detail (in French): { $fait }.
manque-precisions = { $points ->
    [0] Nothing else of this kind is missing.
    [1] One more item of this kind is missing.
   *[other] { $points } more items of this kind are missing.
  }
manque-rien-a-envoyer = You have nothing to send.
manque-avis = We are waiting for an opinion. It must come from (in French): { $qui }.
manque-valeur = This value is not known yet (in French): { $valeur }. You have nothing to send for it.
a-savoir = Please note (in French). { $point }

faire = What you can do
faire-envoyer = Send us what is missing. Keep a copy.
faire-attendre = A member of staff is looking at your file. You will receive a decision.
faire-corriger = Is something wrong? Write to us, with a document that shows it.
faire-question = A question? Write from your ameli account, or come to your health insurance office.
faire-contester = You do not agree? You can appeal until { $limite } at least.

detail = The details
detail-jours = All the days
detail-periodes = All the amounts
detail-gains = The pay that counted
detail-mots = The words of this letter
colonne-du = From
colonne-au = To
colonne-jours = Days
colonne-montant = Per day, before deductions
colonne-statut = These days are
colonne-destinataire = For whom
colonne-montant-brut = Before deductions
colonne-csg = CSG
colonne-crds = CRDS
colonne-montant-net = After deductions
colonne-chaine = Sick leave of
colonne-gagne = Pay of the period
colonne-compte = Taken into account
destinataire-assure = you
destinataire-employeur = your employer
destinataire-employeurs = your employers

mot-indemnite-journaliere = Daily allowance
sens-indemnite-journaliere = The money that health insurance pays for one day of sick leave.
mot-avant-retenues = Before deductions
sens-avant-retenues = The amount before CSG and CRDS are taken off. They are two taxes.
mot-carence = Waiting period
sens-carence = The first days of the sick leave, which are not paid.
mot-droits-ouverts = Entitlement
sens-droits-ouverts = You have worked or contributed enough before the sick leave to receive an allowance.

droits = Your rights
droits-delai = You have { $mois ->
    [0] no month
    [1] one month
   *[other] { $mois } months
  } to appeal, from the day you receive this letter. This time does not end before { $limite }.
droits-commission = Write to the "commission de recours amiable" of your health insurance office. Add a copy of this letter.
droits-medical = Do you disagree with a medical opinion? Write to the "commission médicale de recours amiable".
droits-silence = Without an answer after { $mois ->
    [0] this day
    [1] one month
   *[other] { $mois } months
  }, your appeal is rejected. You can then go to the court ("tribunal judiciaire").
droits-plus-tard = This letter decides nothing. When you receive a decision, you can appeal.
droits-algorithme = An automatic calculation prepared this decision. You can ask for its rules.
droits-lecture = A text can be read in several ways ({ $question }). This letter follows the reading "{ $lecture }".
droits-textes = Texts (in French): { $textes }.
