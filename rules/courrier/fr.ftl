# Les phrases du courrier, en français : elles seules font foi.
# Une phrase, une idée : quinze mots d'ordinaire, vingt-cinq au plus. On dit « vous ».
# Entre accolades, ce que donne la décision : montants, dates, nombres de jours. Aucun montant ne s'écrit ici.

### Tête

langue = français
titre = Vos indemnités journalières
date-courrier = Le { $date }
dossier = Dossier : { $dossier }
foi = Seule la version française fait foi.
projet = Courrier préparé par le calcul. Une personne le relit avant l'envoi.
environ = environ { $montant }
a-etablir = à établir
image = Vos jours en image
image-texte = La même chose en texte

### Ce que vous recevez

obtenez = Ce que vous recevez
total-personne = Vous recevez { $montant } en tout.
total-employeur = Votre employeur reçoit { $montant } en tout. En échange, il maintient votre salaire.
total-employeurs = Vos employeurs reçoivent { $montant } en tout. En échange, ils maintiennent votre salaire.
partage-employeur = L'indemnité est de { $montant } en tout. Une partie va à votre employeur, qui maintient votre salaire.
partage-employeurs = L'indemnité est de { $montant } en tout. Une partie va à vos employeurs, qui maintiennent votre salaire.
total-sans-destinataire = L'indemnité est de { $montant } en tout. Nous ne savons pas encore qui la reçoit.
total-nul = Vous ne recevez pas d'indemnité pour ces jours.
total-inconnu = Nous ne pouvons pas encore dire le montant total.
total-garanti = Nous vous garantissons déjà { $montant }, avant retenues.
total-au-plus = Vous recevrez au plus { $montant }, avant retenues.
part-personne = Avant retenues, votre part est de { $montant }.
part-employeur = Avant retenues, la part de votre employeur est de { $montant }.
part-employeurs = Avant retenues, la part de vos employeurs est de { $montant }.
avant-retenues = Avant retenues, le montant est de { $montant }. La CSG et la CRDS sont retenues.
jours-payes = { $jours ->
    [0] Aucun jour n'est payé.
    [1] Un jour est payé.
   *[other] { $jours } jours sont payés.
  }
periode-connue = Pour l'arrêt du { $du } au { $au }, l'indemnité est de { $montant }, après retenues.
pas-de-calcul = Nous n'avons pas calculé d'indemnité. Votre situation demande l'examen d'un agent.
calcul-impossible = Nous n'avons pas pu calculer d'indemnité. Un agent doit reprendre votre dossier.

### Quand

quand = Pour quels jours
quand-periode = Du { $du } au { $au } : { $jours ->
    [0] aucun jour
    [1] un jour
   *[other] { $jours } jours
  }, à { $montant } par jour.
quand-jour = Le { $jour } : { $montant }.
quand-rien = Aucun jour n'est payé.
quand-inconnu = Du { $du } au { $au } : { $jours ->
    [0] aucun jour
    [1] un jour
   *[other] { $jours } jours
  } à établir.
quand-inconnu-jour = Le { $jour } : à établir.
quand-assure = Ces jours vous sont payés. Les montants sont avant retenues.
quand-employeur = Ces jours sont payés à votre employeur. Les montants sont avant retenues.
quand-employeurs = Ces jours sont payés à vos employeurs. Les montants sont avant retenues.
quand-sans-destinataire = Nous ne savons pas encore qui reçoit ces jours. Les montants sont avant retenues.

### Pourquoi

pourquoi = Pourquoi
pourquoi-periode = Du { $du } au { $au } : { $statut }.
pourquoi-jour = Le { $jour } : { $statut }.
pourquoi-autres = { $periodes ->
    [0] Il n'y a pas d'autre période comme celles-ci.
    [1] Une autre période est dans le même cas. Elle est dans le détail.
   *[other] { $periodes } autres périodes sont dans le même cas. Elles sont dans le détail.
  }
pourquoi-inconnu = Il manque de quoi décider pour les jours à établir.
raison-hors-champ = Votre situation sort de ce que nous savons calculer.
raison-refus = Il manque un fait, ou un texte, pour faire ce calcul.
retard-d-envoi-premier-retard = L'avis de l'arrêt du { $du } au { $au } a été envoyé en retard. Un nouvel envoi tardif dans les vingt-quatre mois réduirait l'indemnité de moitié.
retard-d-envoi-nouveau-retard = L'avis de l'arrêt du { $du } au { $au } a été envoyé en retard, comme un autre depuis moins de vingt-quatre mois. L'indemnité est réduite de moitié jusqu'à l'envoi.

# Comment s'appelle chaque jour, et pourquoi, quand la règle n'a pas sa propre phrase.

statut-indemnise = jours payés
raison-indemnise = L'indemnité d'un jour est une part de votre salaire journalier, dans la limite d'un maximum.
statut-carence = délai de carence
raison-carence = Les premiers jours d'un arrêt ne sont pas payés.
statut-entre-deux-arrets = entre deux arrêts
raison-entre-deux-arrets = Ces jours ne sont dans aucun arrêt.
statut-apres-le-deces = après le décès
raison-apres-le-deces = L'indemnité s'arrête au décès.
statut-travaille = jour travaillé
raison-travaille = Un jour en partie travaillé n'est pas payé.
statut-sans-droit = droits non ouverts
raison-sans-droit = Il faut avoir assez travaillé avant l'arrêt.
statut-prescription-non-conforme = arrêt non conforme
raison-prescription-non-conforme = L'arrêt n'a pas été prescrit comme les textes le demandent.
statut-envoi-apres-la-fin = avis envoyé trop tard
raison-envoi-apres-la-fin = L'avis est arrivé après la fin de l'arrêt.
statut-suspendu = indemnité suspendue
raison-suspendu = Une décision suspend votre indemnité.
statut-detention = détention
raison-detention = L'indemnité n'est pas due pendant la détention.
statut-sejour-a-l-etranger = séjour à l'étranger
raison-sejour-a-l-etranger = L'indemnité n'est pas due pendant ce séjour.
statut-deja-indemnise = déjà indemnisés
raison-deja-indemnise = Ces jours sont déjà payés par une autre indemnité.
statut-limite-atteinte = limite atteinte
raison-limite-atteinte = Le nombre le plus grand d'indemnités est atteint.
statut-perte-non-declaree = perte de salaire non déclarée
raison-perte-non-declaree = Votre employeur n'a pas encore déclaré votre perte de salaire.
statut-sans-perte-de-salaire = sans perte de salaire
raison-sans-perte-de-salaire = Vous n'avez pas perdu de salaire.

calcul-salaire-journalier-de-base = Votre salaire journalier de base : { $montant }.
calcul-indemnite-entiere = L'indemnité d'un jour entier : { $montant }.

### Ce qui manque

manque = Ce qui manque
manque-rien = Il ne manque rien pour ces jours.
manque-examen = L'agent qui examine votre dossier vous dira s'il manque une pièce.
manque-fait = À compléter : { $fait }.
manque-piece = Il manque ce papier : { $piece }. Qui doit l'envoyer : { $qui }.
manque-precision = Précision : { $fait }.
manque-precisions = { $points ->
    [0] Il n'y a pas d'autre point.
    [1] Un autre point manque de même.
   *[other] { $points } autres points manquent de même.
  }
manque-rien-a-envoyer = Vous n'avez rien à envoyer.
manque-avis = Nous attendons un avis. Qui doit le donner : { $qui }.
manque-valeur = Cette valeur n'est pas encore connue : { $valeur }. Vous n'avez rien à envoyer pour elle.
a-savoir = À savoir. { $point }

### Ce que vous pouvez faire

faire = Ce que vous pouvez faire
faire-envoyer = Envoyez-nous ce qui manque. Gardez une copie.
faire-attendre = Un agent examine votre dossier. Vous recevrez une décision.
faire-corriger = Un fait est inexact ? Écrivez-nous, avec un papier qui le montre.
faire-question = Une question ? Écrivez depuis votre compte ameli, ou venez à l'accueil de votre caisse.
faire-contester = Vous n'êtes pas d'accord ? Vous pouvez contester jusqu'au { $limite } au moins.

### Le détail

detail = Le détail
detail-jours = Tous les jours
detail-periodes = Tous les montants
detail-gains = Les salaires qui ont compté
detail-mots = Les mots de ce courrier
colonne-du = Du
colonne-au = Au
colonne-jours = Jours
colonne-montant = Par jour, avant retenues
colonne-statut = Ces jours sont
colonne-destinataire = Pour qui
colonne-montant-brut = Avant retenues
colonne-csg = CSG
colonne-crds = CRDS
colonne-montant-net = Après retenues
colonne-chaine = Arrêt du
colonne-gagne = Salaire de la période
colonne-compte = Pris en compte
destinataire-assure = vous
destinataire-employeur = votre employeur
destinataire-employeurs = vos employeurs

mot-indemnite-journaliere = Indemnité journalière
sens-indemnite-journaliere = L'argent versé par l'assurance maladie pour un jour d'arrêt de travail.
mot-avant-retenues = Avant retenues
sens-avant-retenues = Le montant avant que la CSG et la CRDS soient ôtées. Ce sont deux prélèvements.
mot-carence = Délai de carence
sens-carence = Les premiers jours de l'arrêt, qui ne sont pas payés.
mot-droits-ouverts = Droits ouverts
sens-droits-ouverts = Vous avez assez travaillé ou cotisé avant l'arrêt pour recevoir une indemnité.

### Vos droits

droits = Vos droits
droits-delai = Vous avez { $mois ->
    [0] aucun mois
    [1] un mois
   *[other] { $mois } mois
  } pour contester, à partir du jour où vous recevez ce courrier. Ce délai ne finit pas avant le { $limite }.
droits-commission = Écrivez à la commission de recours amiable de votre caisse. Joignez une copie de ce courrier.
droits-medical = Vous contestez un avis médical ? Écrivez à la commission médicale de recours amiable.
droits-silence = Sans réponse après { $mois ->
    [0] ce jour
    [1] un mois
   *[other] { $mois } mois
  }, votre demande est rejetée. Vous pouvez alors saisir le tribunal judiciaire.
droits-plus-tard = Ce courrier ne décide rien. Quand vous recevrez une décision, vous pourrez la contester.
droits-algorithme = Un calcul automatique a préparé cette décision. Vous pouvez en demander les règles.
droits-lecture = Un texte peut se lire de plusieurs façons ({ $question }). Ce courrier suit la lecture « { $lecture } ».
droits-textes = Textes : { $textes }.
