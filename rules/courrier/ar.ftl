# مساعدة على القراءة إلى جانب الفرنسية، وهي وحدها الملزمة. نفس الأرقام ونفس الأيام.

langue = العربية
titre = تعويضكم اليومي عن المرض
date-courrier = { $date }
dossier = الملف: { $dossier }
foi = النسخة الفرنسية وحدها هي الملزمة.
projet = أعدّ برنامج هذه الرسالة. يراجعها شخص قبل إرسالها.
environ = حوالي { $montant }
a-etablir = لم يُحسم بعد
image = أيامكم في صورة (بالفرنسية)
image-texte = الشيء نفسه نصًّا (بالفرنسية)

obtenez = ما ستحصلون عليه
total-personne = ستحصلون على { $montant } في المجموع.
total-employeur = يحصل صاحب عملكم على { $montant } في المجموع. وفي المقابل يواصل دفع أجركم.
total-employeurs = يحصل أصحاب عملكم على { $montant } في المجموع. وفي المقابل يواصلون دفع أجركم.
partage-employeur = مبلغ التعويض { $montant } في المجموع. يذهب جزء منه إلى صاحب عملكم الذي يواصل دفع أجركم.
partage-employeurs = مبلغ التعويض { $montant } في المجموع. يذهب جزء منه إلى أصحاب عملكم الذين يواصلون دفع أجركم.
total-sans-destinataire = مبلغ التعويض { $montant } في المجموع. لا نعرف بعد من يحصل عليه.
total-nul = لا تحصلون على تعويض عن هذه الأيام.
total-inconnu = لا يمكننا بعد أن نقول لكم المبلغ الإجمالي.
total-garanti = نضمن لكم من الآن { $montant } قبل الاقتطاعات.
total-au-plus = ستتلقون على الأكثر { $montant } قبل الاقتطاعات.
part-personne = قبل الاقتطاعات، حصتكم { $montant }.
part-employeur = قبل الاقتطاعات، حصة صاحب عملكم { $montant }.
part-employeurs = قبل الاقتطاعات، حصة أصحاب عملكم { $montant }.
avant-retenues = قبل الاقتطاعات، المبلغ { $montant }. تُقتطع منه CSG و CRDS.
jours-payes = { $jours ->
    [0] لا يُدفع أي يوم.
    [1] يُدفع يوم واحد.
    [two] يُدفع يومان ({ $jours }).
    [few] تُدفع { $jours } أيام.
    [many] يُدفع { $jours } يومًا.
   *[other] يُدفع { $jours } يوم.
  }
periode-connue = عن التوقف عن العمل من { $du } إلى { $au }، التعويض { $montant } بعد الاقتطاعات.
pas-de-calcul = لم نحسب أي تعويض. يجب أن يدرس موظف حالتكم.
calcul-impossible = لم نتمكن من حساب التعويض. يجب أن يراجع موظف ملفكم.

quand = عن أي أيام
quand-periode = من { $du } إلى { $au }: { $jours ->
    [0] لا يوم
    [1] يوم واحد
    [two] يومان ({ $jours })
    [few] { $jours } أيام
    [many] { $jours } يومًا
   *[other] { $jours } يوم
  }، بمبلغ { $montant } في اليوم.
quand-jour = يوم { $jour }: { $montant }.
quand-rien = لا يُدفع أي يوم.
quand-inconnu = من { $du } إلى { $au }: { $jours ->
    [0] لا يوم
    [1] يوم واحد
    [two] يومان ({ $jours })
    [few] { $jours } أيام
    [many] { $jours } يومًا
   *[other] { $jours } يوم
  }، لم يُحسم بعد.
quand-inconnu-jour = يوم { $jour }: لم يُحسم بعد.
quand-assure = تُدفع هذه الأيام لكم. المبالغ قبل الاقتطاعات.
quand-employeur = تُدفع هذه الأيام لصاحب عملكم. المبالغ قبل الاقتطاعات.
quand-employeurs = تُدفع هذه الأيام لأصحاب عملكم. المبالغ قبل الاقتطاعات.
quand-sans-destinataire = لا نعرف بعد لمن تُدفع هذه الأيام. المبالغ قبل الاقتطاعات.

pourquoi = لماذا
pourquoi-periode = من { $du } إلى { $au }: { $statut }.
pourquoi-jour = يوم { $jour }: { $statut }.
pourquoi-autres = { $periodes ->
    [0] لا توجد فترة أخرى مثلها.
    [1] فترة أخرى في الحالة نفسها. تجدونها في التفصيل.
    [two] فترتان أخريان ({ $periodes }) في الحالة نفسها. تجدونهما في التفصيل.
    [few] { $periodes } فترات أخرى في الحالة نفسها. تجدونها في التفصيل.
    [many] { $periodes } فترة أخرى في الحالة نفسها. تجدونها في التفصيل.
   *[other] { $periodes } فترة أخرى في الحالة نفسها. تجدونها في التفصيل.
  }
pourquoi-inconnu = ينقصنا ما يلزم لحسم الأيام المتبقية.
raison-hors-champ = حالتكم خارج ما نعرف حسابه.
raison-refus = ينقص معطى، أو نص قانوني، لإجراء هذا الحساب.
retard-d-envoi-premier-retard = أُرسل إشعار التوقف عن العمل من { $du } إلى { $au } متأخرًا. إرسال متأخر آخر خلال أربعة وعشرين شهرًا يخفض التعويض إلى النصف.
retard-d-envoi-nouveau-retard = أُرسل إشعار التوقف عن العمل من { $du } إلى { $au } متأخرًا، كإشعار آخر خلال أربعة وعشرين شهرًا. يُخفَّض التعويض إلى النصف حتى الإرسال.

statut-indemnise = أيام مدفوعة
raison-indemnise = تعويض اليوم جزء من أجركم اليومي، في حدود سقف أعلى.
statut-carence = أيام الانتظار
raison-carence = الأيام الأولى من التوقف عن العمل لا تُدفع.
statut-entre-deux-arrets = بين توقفين عن العمل
raison-entre-deux-arrets = هذه الأيام ليست ضمن أي توقف عن العمل.
statut-apres-le-deces = بعد الوفاة
raison-apres-le-deces = يتوقف التعويض عند الوفاة.
statut-travaille = يوم عمل
raison-travaille = اليوم الذي عُمل جزء منه لا يُدفع.
statut-sans-droit = لا يوجد حق
raison-sans-droit = يجب العمل مدة كافية قبل التوقف عن العمل.
statut-prescription-non-conforme = توقف عن العمل غير مطابق
raison-prescription-non-conforme = لم يوصف التوقف عن العمل كما تطلب النصوص.
statut-envoi-apres-la-fin = إشعار أُرسل متأخرًا
raison-envoi-apres-la-fin = وصل الإشعار بعد نهاية التوقف عن العمل.
statut-suspendu = تعويض موقوف
raison-suspendu = قرار أوقف تعويضكم.
statut-detention = احتجاز
raison-detention = لا يُستحق التعويض خلال الاحتجاز.
statut-sejour-a-l-etranger = إقامة في الخارج
raison-sejour-a-l-etranger = لا يُستحق التعويض خلال هذه الإقامة.
statut-deja-indemnise = أيام سبق دفعها
raison-deja-indemnise = تعويض آخر يدفع هذه الأيام.
statut-limite-atteinte = بلوغ الحد
raison-limite-atteinte = بلغتم أكبر عدد من الأيام المدفوعة.
statut-perte-non-declaree = خسارة أجر غير مصرح بها
raison-perte-non-declaree = لم يصرح صاحب عملكم بعد بخسارة أجركم.
statut-sans-perte-de-salaire = بدون خسارة أجر
raison-sans-perte-de-salaire = لم تخسروا أجرًا.

calcul-salaire-journalier-de-base = أجركم اليومي الأساسي: { $montant }.
calcul-indemnite-entiere = تعويض يوم كامل: { $montant }.

manque = ما ينقص
manque-rien = لا ينقص شيء لهذه الأيام.
manque-examen = سيخبركم الموظف الذي يدرس ملفكم إن كانت تنقص وثيقة.
manque-fait = يجب استكماله (بالفرنسية): { $fait }.
manque-piece = هذه الوثيقة ناقصة: { $piece }. من يجب أن يرسلها: { $qui }.
manque-precision = تفصيل (بالفرنسية): { $fait }.
manque-precisions = { $points ->
    [0] لا ينقص شيء آخر من هذا النوع.
    [1] تنقص نقطة أخرى من هذا النوع.
   *[other] تنقص { $points } نقاط أخرى من هذا النوع.
  }
manque-rien-a-envoyer = ليس عليكم إرسال أي شيء.
manque-avis = ننتظر رأيًا. من يجب أن يقدمه (بالفرنسية): { $qui }.
manque-valeur = هذه القيمة غير معروفة بعد (بالفرنسية): { $valeur }. ليس عليكم إرسال أي شيء من أجلها.
a-savoir = للعلم (بالفرنسية): { $point }

faire = ما يمكنكم فعله
faire-envoyer = أرسلوا إلينا ما ينقص. احتفظوا بنسخة.
faire-attendre = يدرس موظف ملفكم. ستصلكم رسالة بالقرار.
faire-corriger = هل هناك خطأ؟ اكتبوا إلينا مع وثيقة تثبت ذلك.
faire-question = هل لديكم سؤال؟ اكتبوا من حسابكم ameli أو تعالوا إلى صندوقكم.
faire-contester = هل أنتم غير موافقين؟ يمكنكم الاعتراض حتى { $limite } على الأقل.

detail = التفصيل
detail-jours = كل الأيام
detail-periodes = كل المبالغ
detail-gains = الأجور التي احتُسبت
detail-mots = كلمات هذه الرسالة
colonne-du = من
colonne-au = إلى
colonne-jours = أيام
colonne-montant = في اليوم، قبل الاقتطاعات
colonne-statut = هذه الأيام
colonne-destinataire = لمن
colonne-montant-brut = قبل الاقتطاعات
colonne-csg = CSG
colonne-crds = CRDS
colonne-montant-net = بعد الاقتطاعات
colonne-chaine = توقف عن العمل بتاريخ
colonne-gagne = أجر الفترة
colonne-compte = المبلغ المحتسب
destinataire-assure = لكم
destinataire-employeur = صاحب عملكم
destinataire-employeurs = أصحاب عملكم

mot-indemnite-journaliere = التعويض اليومي
sens-indemnite-journaliere = المال الذي يدفعه التأمين الصحي عن يوم توقف عن العمل.
mot-avant-retenues = قبل الاقتطاعات
sens-avant-retenues = المبلغ قبل خصم CSG و CRDS. وهما اقتطاعان.
mot-carence = أيام الانتظار
sens-carence = الأيام الأولى من التوقف عن العمل، وهي لا تُدفع.
mot-droits-ouverts = حق مفتوح
sens-droits-ouverts = عملتم أو دفعتم الاشتراكات مدة كافية قبل التوقف للحصول على تعويض.

droits = حقوقكم
droits-delai = لديكم { $mois ->
    [0] صفر شهر
    [1] شهر واحد
    [two] شهران ({ $mois })
    [few] { $mois } أشهر
    [many] { $mois } شهرًا
   *[other] { $mois } شهر
  } للاعتراض، ابتداءً من يوم تسلمكم هذه الرسالة. لا تنتهي هذه المدة قبل { $limite }.
droits-commission = اكتبوا إلى «commission de recours amiable» في صندوقكم. أرفقوا نسخة من هذه الرسالة.
droits-medical = هل تعترضون على رأي طبي؟ اكتبوا إلى «commission médicale de recours amiable».
droits-silence = إذا لم يصلكم جواب بعد { $mois ->
    [0] ذلك اليوم
    [1] شهر واحد
    [two] شهرين ({ $mois })
    [few] { $mois } أشهر
    [many] { $mois } شهرًا
   *[other] { $mois } شهر
  }، فاعتراضكم مرفوض. يمكنكم عندئذ اللجوء إلى المحكمة «tribunal judiciaire».
droits-plus-tard = هذه الرسالة لا تقرر شيئًا. عندما يصلكم قرار، يمكنكم الاعتراض عليه.
droits-algorithme = أعدّ حساب آلي هذا القرار. يمكنكم طلب قواعده.
droits-lecture = يمكن أن يُقرأ نص بأكثر من طريقة ({ $question }). تتبع هذه الرسالة القراءة «{ $lecture }».
droits-textes = النصوص (بالفرنسية): { $textes }.
