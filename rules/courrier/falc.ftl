# La version facile à lire et à comprendre (FALC) : phrases très courtes, mots simples, une idée à la fois.
# À relire avec des personnes concernées avant tout envoi.

langue = français facile à lire
titre = Votre argent pendant l'arrêt de travail
date-courrier = Le { $date }
dossier = Dossier : { $dossier }
foi = Le courrier complet fait foi.
projet = Une personne relit ce courrier avant l'envoi.
environ = environ { $montant }
a-etablir = pas encore décidé
image = Vos jours en image
image-texte = La même chose en texte

obtenez = Ce que vous recevez
total-personne = Vous recevez { $montant }.
total-employeur = Votre employeur reçoit { $montant }. Il vous paie votre salaire.
total-employeurs = Vos employeurs reçoivent { $montant }. Ils vous paient votre salaire.
partage-employeur = L'argent en tout : { $montant }. Une partie est pour vous. Une partie est pour votre employeur.
partage-employeurs = L'argent en tout : { $montant }. Une partie est pour vous. Une partie est pour vos employeurs.
total-sans-destinataire = L'argent en tout : { $montant }. On ne sait pas encore qui le reçoit.
total-nul = Vous ne recevez pas d'argent pour ces jours.
total-inconnu = On ne sait pas encore combien vous recevez.
total-garanti = Vous recevrez au moins { $montant }, avant retenues.
total-au-plus = Vous recevrez au plus { $montant }, avant retenues.
part-personne = Votre part avant retenues : { $montant }.
part-employeur = La part de votre employeur avant retenues : { $montant }.
part-employeurs = La part de vos employeurs avant retenues : { $montant }.
avant-retenues = Avant les retenues : { $montant }. Les retenues sont des taxes.
jours-payes = { $jours ->
    [0] Aucun jour n'est payé.
    [1] Un jour est payé.
   *[other] { $jours } jours sont payés.
  }
periode-connue = Arrêt du { $du } au { $au } : { $montant }, après retenues.
pas-de-calcul = On n'a pas calculé votre argent. Une personne doit regarder votre dossier.
calcul-impossible = Le calcul n'a pas marché. Une personne doit regarder votre dossier.

quand = Pour quels jours
quand-periode = Du { $du } au { $au }. { $jours ->
    [0] Aucun jour
    [1] Un jour
   *[other] { $jours } jours
  } à { $montant }.
quand-jour = Le { $jour } : { $montant }.
quand-rien = Aucun jour n'est payé.
quand-inconnu = Du { $du } au { $au } : { $jours ->
    [0] aucun jour.
    [1] un jour pas encore décidé.
   *[other] { $jours } jours pas encore décidés.
  }
quand-inconnu-jour = Le { $jour } : pas encore décidé.
quand-assure = Ces jours sont pour vous. Les montants sont avant les retenues.
quand-employeur = Ces jours sont pour votre employeur. Les montants sont avant les retenues.
quand-employeurs = Ces jours sont pour vos employeurs. Les montants sont avant les retenues.
quand-sans-destinataire = On ne sait pas encore qui reçoit l'argent. Les montants sont avant les retenues.

pourquoi = Pourquoi
pourquoi-periode = Du { $du } au { $au } : { $statut }.
pourquoi-jour = Le { $jour } : { $statut }.
pourquoi-autres = { $periodes ->
    [0] C'est tout.
    [1] C'est pareil pour une autre période.
   *[other] C'est pareil pour { $periodes } autres périodes.
  }
pourquoi-inconnu = Il manque des informations pour décider.
raison-hors-champ = Votre situation est spéciale. Une personne doit la regarder.
raison-refus = Il manque une information, ou une règle, pour faire le calcul.
retard-d-envoi-premier-retard = Arrêt du { $du } au { $au } : avis en retard. Un autre retard avant 24 mois ? Vous recevrez moins d'argent.
retard-d-envoi-nouveau-retard = Arrêt du { $du } au { $au } : avis encore en retard. Vous recevez moins d'argent.

statut-indemnise = jours payés
raison-indemnise = Le montant dépend de votre salaire d'avant.
statut-carence = premiers jours, non payés
raison-carence = Les premiers jours d'un arrêt ne sont pas payés.
statut-entre-deux-arrets = pas d'arrêt de travail
raison-entre-deux-arrets = Le médecin n'a pas prescrit d'arrêt ces jours-là.
statut-apres-le-deces = après le décès
raison-apres-le-deces = L'argent s'arrête au décès.
statut-travaille = jour travaillé
raison-travaille = Un jour de travail n'est pas payé par l'assurance maladie.
statut-sans-droit = pas de droit
raison-sans-droit = Il faut avoir assez travaillé avant l'arrêt.
statut-prescription-non-conforme = arrêt refusé
raison-prescription-non-conforme = L'arrêt n'est pas fait comme la loi le demande.
statut-envoi-apres-la-fin = papier envoyé trop tard
raison-envoi-apres-la-fin = Le papier est arrivé après la fin de l'arrêt.
statut-suspendu = argent suspendu
raison-suspendu = Une décision a suspendu votre argent.
statut-detention = prison
raison-detention = On ne reçoit pas cet argent en prison.
statut-sejour-a-l-etranger = séjour à l'étranger
raison-sejour-a-l-etranger = On ne reçoit pas cet argent dans ce pays.
statut-deja-indemnise = jours déjà payés
raison-deja-indemnise = Ces jours sont déjà payés autrement.
statut-limite-atteinte = limite atteinte
raison-limite-atteinte = Vous avez reçu le plus grand nombre de jours possible.
statut-perte-non-declaree = salaire perdu pas encore connu
raison-perte-non-declaree = Votre employeur doit dire le salaire que vous avez perdu.
statut-sans-perte-de-salaire = pas de salaire perdu
raison-sans-perte-de-salaire = Vous n'avez pas perdu de salaire.

calcul-salaire-journalier-de-base = Votre salaire pour un jour, dans le calcul : { $montant }.
calcul-indemnite-entiere = L'argent pour un jour : { $montant }.

manque = Ce qui manque
manque-rien = Il ne manque rien.
manque-examen = Une personne vous dira s'il manque un papier.
manque-fait = Il manque : { $fait }.
manque-piece = Il manque ce papier : { $piece }. Qui l'envoie : { $qui }.
manque-precision = Précision : { $fait }.
manque-precisions = { $points ->
    [0] C'est tout.
    [1] Il manque une autre chose.
   *[other] Il manque { $points } autres choses.
  }
manque-rien-a-envoyer = Vous n'avez rien à envoyer.
manque-avis = On attend un avis. Qui le donne : { $qui }.
manque-valeur = On ne connaît pas encore ce chiffre : { $valeur }. Vous n'avez rien à envoyer pour ce chiffre.
a-savoir = Votre caisse a une remarque pour vous : lisez la lettre entière.

faire = Ce que vous pouvez faire
faire-envoyer = Envoyez ce qui manque. Gardez une copie.
faire-attendre = Une personne regarde votre dossier. Vous recevrez un autre courrier.
faire-corriger = Quelque chose est faux ? Écrivez-nous. Joignez un papier qui le montre.
faire-question = Vous avez une question ? Vous pouvez venir nous voir. Quelqu'un peut vous aider à lire.
faire-contester = Vous n'êtes pas d'accord ? Dites-le par écrit avant le { $limite }.
