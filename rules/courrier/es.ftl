# Ayuda de lectura junto al francés, único que da fe. Las mismas cifras, los mismos días.

langue = español
titre = Su prestación diaria por baja médica
date-courrier = { $date }
dossier = Expediente: { $dossier }
foi = Solo la versión francesa da fe.
projet = Un programa ha preparado esta carta. Una persona la revisa antes de enviarla.
environ = unos { $montant }
a-etablir = por decidir
image = Sus días en imagen (en francés)
image-texte = Lo mismo en texto (en francés)

obtenez = Lo que usted recibe
total-personne = Usted recibe { $montant } en total.
total-employeur = Su empresa recibe { $montant } en total. A cambio, mantiene su salario.
total-employeurs = Sus empresas reciben { $montant } en total. A cambio, mantienen su salario.
partage-employeur = La prestación es de { $montant } en total. Una parte va a su empresa, que mantiene su salario.
partage-employeurs = La prestación es de { $montant } en total. Una parte va a sus empresas, que mantienen su salario.
total-sans-destinataire = La prestación es de { $montant } en total. Todavía no sabemos quién la recibe.
total-nul = Usted no recibe prestación por estos días.
total-inconnu = Todavía no podemos decir el importe total.
total-garanti = Ya le garantizamos { $montant }, antes de retenciones.
total-au-plus = Recibirá como máximo { $montant }, antes de retenciones.
part-personne = Antes de retenciones, su parte es de { $montant }.
part-employeur = Antes de retenciones, la parte de su empresa es de { $montant }.
part-employeurs = Antes de retenciones, la parte de sus empresas es de { $montant }.
avant-retenues = Antes de retenciones, el importe es de { $montant }. Se retienen la CSG y la CRDS.
jours-payes = { $jours ->
    [0] No se paga ningún día.
    [1] Se paga un día.
   *[other] Se pagan { $jours } días.
  }
periode-connue = Por la baja del { $du } al { $au }, la prestación es de { $montant }, después de retenciones.
pas-de-calcul = No hemos calculado ninguna prestación. Un agente debe examinar su situación.
calcul-impossible = No hemos podido calcular la prestación. Un agente debe revisar su expediente.

quand = Por qué días
quand-periode = Del { $du } al { $au }: { $jours ->
    [0] ningún día
    [1] un día
   *[other] { $jours } días
  }, a { $montant } por día.
quand-jour = El { $jour }: { $montant }.
quand-rien = No se paga ningún día.
quand-inconnu = Del { $du } al { $au }: { $jours ->
    [0] ningún día
    [1] un día
   *[other] { $jours } días
  } por decidir.
quand-inconnu-jour = El { $jour }: por decidir.
quand-assure = Estos días se le pagan a usted. Los importes son antes de retenciones.
quand-employeur = Estos días se pagan a su empresa. Los importes son antes de retenciones.
quand-employeurs = Estos días se pagan a sus empresas. Los importes son antes de retenciones.
quand-sans-destinataire = Todavía no sabemos quién recibe estos días. Los importes son antes de retenciones.

pourquoi = Por qué
pourquoi-periode = Del { $du } al { $au }: { $statut }.
pourquoi-jour = El { $jour }: { $statut }.
pourquoi-autres = { $periodes ->
    [0] No hay otro período como estos.
    [1] Otro período está en el mismo caso. Está en el detalle.
   *[other] Otros { $periodes } períodos están en el mismo caso. Están en el detalle.
  }
pourquoi-inconnu = Falta con qué decidir los días por decidir.
raison-hors-champ = Su situación queda fuera de lo que sabemos calcular.
raison-refus = Falta un dato, o un texto legal, para hacer este cálculo.
retard-d-envoi-premier-retard = El parte de la baja del { $du } al { $au } se envió tarde. Otro envío tardío en veinticuatro meses reduciría la prestación a la mitad.
retard-d-envoi-nouveau-retard = El parte de la baja del { $du } al { $au } se envió tarde, como otro en los últimos veinticuatro meses. La prestación se reduce a la mitad hasta el envío.

statut-indemnise = días pagados
raison-indemnise = La prestación de un día es una parte de su salario diario, hasta un máximo.
statut-carence = días de espera
raison-carence = Los primeros días de una baja no se pagan.
statut-entre-deux-arrets = entre dos bajas
raison-entre-deux-arrets = Estos días no están en ninguna baja.
statut-apres-le-deces = después del fallecimiento
raison-apres-le-deces = La prestación termina con el fallecimiento.
statut-travaille = día trabajado
raison-travaille = Un día trabajado en parte no se paga.
statut-sans-droit = sin derecho
raison-sans-droit = Hay que haber trabajado lo suficiente antes de la baja.
statut-prescription-non-conforme = baja no conforme
raison-prescription-non-conforme = La baja no se prescribió como piden los textos.
statut-envoi-apres-la-fin = aviso enviado demasiado tarde
raison-envoi-apres-la-fin = El aviso llegó después del fin de la baja.
statut-suspendu = prestación suspendida
raison-suspendu = Una decisión suspende su prestación.
statut-detention = detención
raison-detention = No se debe la prestación durante la detención.
statut-sejour-a-l-etranger = estancia en el extranjero
raison-sejour-a-l-etranger = No se debe la prestación durante esta estancia.
statut-deja-indemnise = ya pagados
raison-deja-indemnise = Otra prestación ya paga estos días.
statut-limite-atteinte = límite alcanzado
raison-limite-atteinte = Se ha alcanzado el mayor número de días pagados.
statut-perte-non-declaree = pérdida de salario no declarada
raison-perte-non-declaree = Su empresa todavía no ha declarado su pérdida de salario.
statut-sans-perte-de-salaire = sin pérdida de salario
raison-sans-perte-de-salaire = Usted no ha perdido salario.

calcul-salaire-journalier-de-base = Su salario diario de base: { $montant }.
calcul-indemnite-entiere = La prestación de un día entero: { $montant }.

manque = Lo que falta
manque-rien = No falta nada para estos días.
manque-examen = El agente que examina su expediente le dirá si falta un documento.
manque-fait = Por completar (en francés): { $fait }.
manque-piece = Falta este documento: { $piece }. Quién debe enviarlo: { $qui }.
manque-precision = Detalle (en francés): { $fait }.
manque-precisions = { $points ->
    [0] No falta nada más de este tipo.
    [1] Falta otro punto de este tipo.
   *[other] Faltan otros { $points } puntos de este tipo.
  }
manque-rien-a-envoyer = Usted no tiene que enviar nada.
manque-avis = Esperamos una opinión. Debe darla (en francés): { $qui }.
manque-valeur = Este valor aún no se conoce (en francés): { $valeur }. Usted no tiene que enviar nada para él.
a-savoir = Tenga en cuenta (en francés): { $point }

faire = Lo que usted puede hacer
faire-envoyer = Envíenos lo que falta. Guarde una copia.
faire-attendre = Un agente examina su expediente. Usted recibirá una decisión.
faire-corriger = ¿Hay un dato inexacto? Escríbanos, con un documento que lo muestre.
faire-question = ¿Tiene una pregunta? Escriba desde su cuenta ameli, o venga a su caja.
faire-contester = ¿No está de acuerdo? Puede reclamar hasta el { $limite } al menos.

detail = El detalle
detail-jours = Todos los días
detail-periodes = Todos los importes
detail-gains = Los salarios que han contado
detail-mots = Las palabras de esta carta
colonne-du = Del
colonne-au = Al
colonne-jours = Días
colonne-montant = Por día, antes de retenciones
colonne-statut = Estos días son
colonne-destinataire = Para quién
colonne-montant-brut = Antes de retenciones
colonne-csg = CSG
colonne-crds = CRDS
colonne-montant-net = Después de retenciones
colonne-chaine = Baja del
colonne-gagne = Salario del período
colonne-compte = Tenido en cuenta
destinataire-assure = usted
destinataire-employeur = su empresa
destinataire-employeurs = sus empresas

mot-indemnite-journaliere = Prestación diaria
sens-indemnite-journaliere = El dinero que paga el seguro de enfermedad por un día de baja.
mot-avant-retenues = Antes de retenciones
sens-avant-retenues = El importe antes de quitar la CSG y la CRDS. Son dos cotizaciones.
mot-carence = Días de espera
sens-carence = Los primeros días de la baja, que no se pagan.
mot-droits-ouverts = Derecho abierto
sens-droits-ouverts = Usted ha trabajado o cotizado lo suficiente antes de la baja para recibir una prestación.

droits = Sus derechos
droits-delai = Usted tiene { $mois ->
    [0] ningún mes
    [1] un mes
   *[other] { $mois } meses
  } para reclamar, desde el día en que recibe esta carta. Este plazo no termina antes del { $limite }.
droits-commission = Escriba a la «commission de recours amiable» de su caja. Añada una copia de esta carta.
droits-medical = ¿Discute una opinión médica? Escriba a la «commission médicale de recours amiable».
droits-silence = Sin respuesta después de { $mois ->
    [0] ese día
    [1] un mes
   *[other] { $mois } meses
  }, su reclamación queda rechazada. Entonces puede acudir al «tribunal judiciaire».
droits-plus-tard = Esta carta no decide nada. Cuando reciba una decisión, podrá reclamar.
droits-algorithme = Un cálculo automático ha preparado esta decisión. Usted puede pedir sus reglas.
droits-lecture = Un texto puede leerse de varias maneras ({ $question }). Esta carta sigue la lectura «{ $lecture }».
droits-textes = Textos (en francés): { $textes }.
