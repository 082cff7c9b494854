# Ajuda à leitura ao lado do francês, o único que faz fé. Os mesmos números, os mesmos dias.

langue = português
titre = O seu subsídio diário de doença
date-courrier = { $date }
dossier = Processo: { $dossier }
foi = Só a versão francesa faz fé.
projet = Um programa preparou esta carta. Uma pessoa relê-a antes do envio.
environ = cerca de { $montant }
a-etablir = por decidir
image = Os seus dias em imagem (em francês)
image-texte = O mesmo em texto (em francês)

obtenez = O que recebe
total-personne = Recebe { $montant } no total.
total-employeur = O seu empregador recebe { $montant } no total. Em troca, mantém o seu salário.
total-employeurs = Os seus empregadores recebem { $montant } no total. Em troca, mantêm o seu salário.
partage-employeur = O subsídio é de { $montant } no total. Uma parte vai para o seu empregador, que mantém o seu salário.
partage-employeurs = O subsídio é de { $montant } no total. Uma parte vai para os seus empregadores, que mantêm o seu salário.
total-sans-destinataire = O subsídio é de { $montant } no total. Ainda não sabemos quem o recebe.
total-nul = Não recebe subsídio por estes dias.
total-inconnu = Ainda não podemos dizer o valor total.
total-garanti = Já lhe garantimos { $montant }, antes de descontos.
total-au-plus = Receberá no máximo { $montant }, antes de descontos.
part-personne = Antes dos descontos, a sua parte é de { $montant }.
part-employeur = Antes dos descontos, a parte do seu empregador é de { $montant }.
part-employeurs = Antes dos descontos, a parte dos seus empregadores é de { $montant }.
avant-retenues = Antes dos descontos, o valor é de { $montant }. A CSG e a CRDS são descontadas.
jours-payes = { $jours ->
    [0] Nenhum dia é pago.
    [1] Um dia é pago.
   *[other] { $jours } dias são pagos.
  }
periode-connue = Pela baixa de { $du } a { $au }, o subsídio é de { $montant }, depois dos descontos.
pas-de-calcul = Não calculámos nenhum subsídio. Um agente tem de examinar a sua situação.
calcul-impossible = Não conseguimos calcular o subsídio. Um agente tem de retomar o seu processo.

quand = Para que dias
quand-periode = De { $du } a { $au }: { $jours ->
    [0] nenhum dia
    [1] um dia
   *[other] { $jours } dias
  }, a { $montant } por dia.
quand-jour = Em { $jour }: { $montant }.
quand-rien = Nenhum dia é pago.
quand-inconnu = De { $du } a { $au }: { $jours ->
    [0] nenhum dia
    [1] um dia
   *[other] { $jours } dias
  } por decidir.
quand-inconnu-jour = Em { $jour }: por decidir.
quand-assure = Estes dias são-lhe pagos. Os valores são antes dos descontos.
quand-employeur = Estes dias são pagos ao seu empregador. Os valores são antes dos descontos.
quand-employeurs = Estes dias são pagos aos seus empregadores. Os valores são antes dos descontos.
quand-sans-destinataire = Ainda não sabemos quem recebe estes dias. Os valores são antes dos descontos.

pourquoi = Porquê
pourquoi-periode = De { $du } a { $au }: { $statut }.
pourquoi-jour = Em { $jour }: { $statut }.
pourquoi-autres = { $periodes ->
    [0] Não há outro período como estes.
    [1] Outro período está no mesmo caso. Está no detalhe.
   *[other] Outros { $periodes } períodos estão no mesmo caso. Estão no detalhe.
  }
pourquoi-inconnu = Falta com que decidir os dias por decidir.
raison-hors-champ = A sua situação está fora do que sabemos calcular.
raison-refus = Falta um dado, ou um texto legal, para fazer este cálculo.
retard-d-envoi-premier-retard = O aviso da baixa de { $du } a { $au } foi enviado tarde. Outro envio tardio em vinte e quatro meses reduziria o subsídio a metade.
retard-d-envoi-nouveau-retard = O aviso da baixa de { $du } a { $au } foi enviado tarde, como outro nos últimos vinte e quatro meses. O subsídio é reduzido a metade até ao envio.

statut-indemnise = dias pagos
raison-indemnise = O subsídio de um dia é uma parte do seu salário diário, até um máximo.
statut-carence = período de espera
raison-carence = Os primeiros dias de uma baixa não são pagos.
statut-entre-deux-arrets = entre duas baixas
raison-entre-deux-arrets = Estes dias não estão em nenhuma baixa.
statut-apres-le-deces = depois do falecimento
raison-apres-le-deces = O subsídio termina com o falecimento.
statut-travaille = dia trabalhado
raison-travaille = Um dia trabalhado em parte não é pago.
statut-sans-droit = sem direito
raison-sans-droit = É preciso ter trabalhado o suficiente antes da baixa.
statut-prescription-non-conforme = baixa não conforme
raison-prescription-non-conforme = A baixa não foi prescrita como os textos pedem.
statut-envoi-apres-la-fin = aviso enviado tarde demais
raison-envoi-apres-la-fin = O aviso chegou depois do fim da baixa.
statut-suspendu = subsídio suspenso
raison-suspendu = Uma decisão suspende o seu subsídio.
statut-detention = detenção
raison-detention = O subsídio não é devido durante a detenção.
statut-sejour-a-l-etranger = estadia no estrangeiro
raison-sejour-a-l-etranger = O subsídio não é devido durante esta estadia.
statut-deja-indemnise = já pagos
raison-deja-indemnise = Outro subsídio já paga estes dias.
statut-limite-atteinte = limite atingido
raison-limite-atteinte = O maior número de dias pagos foi atingido.
statut-perte-non-declaree = perda de salário não declarada
raison-perte-non-declaree = O seu empregador ainda não declarou a sua perda de salário.
statut-sans-perte-de-salaire = sem perda de salário
raison-sans-perte-de-salaire = Não perdeu salário.

calcul-salaire-journalier-de-base = O seu salário diário de base: { $montant }.
calcul-indemnite-entiere = O subsídio de um dia inteiro: { $montant }.

manque = O que falta
manque-rien = Não falta nada para estes dias.
manque-examen = O agente que examina o seu processo dir-lhe-á se falta um documento.
manque-fait = A completar (em francês): { $fait }.
manque-piece = Falta este documento: { $piece }. Quem o deve enviar: { $qui }.
manque-precision = Pormenor (em francês): { $fait }.
manque-precisions = { $points ->
    [0] Não falta mais nada deste tipo.
    [1] Falta outro ponto deste tipo.
   *[other] Faltam outros { $points } pontos deste tipo.
  }
manque-rien-a-envoyer = Não tem nada a enviar.
manque-avis = Esperamos um parecer. Deve dá-lo (em francês): { $qui }.
manque-valeur = Este valor ainda não é conhecido (em francês): { $valeur }. Não tem nada a enviar por causa dele.
a-savoir = A saber (em francês): { $point }

faire = O que pode fazer
faire-envoyer = Envie-nos o que falta. Guarde uma cópia.
faire-attendre = Um agente examina o seu processo. Receberá uma decisão.
faire-corriger = Há um dado errado? Escreva-nos, com um documento que o mostre.
faire-question = Tem uma pergunta? Escreva a partir da sua conta ameli, ou venha à sua caixa.
faire-contester = Não concorda? Pode reclamar pelo menos até { $limite }.

detail = O detalhe
detail-jours = Todos os dias
detail-periodes = Todos os valores
detail-gains = Os salários que contaram
detail-mots = As palavras desta carta
colonne-du = De
colonne-au = A
colonne-jours = Dias
colonne-montant = Por dia, antes dos descontos
colonne-statut = Estes dias são
colonne-destinataire = Para quem
colonne-montant-brut = Antes dos descontos
colonne-csg = CSG
colonne-crds = CRDS
colonne-montant-net = Depois dos descontos
colonne-chaine = Baixa de
colonne-gagne = Salário do período
colonne-compte = Tido em conta
destinataire-assure = si
destinataire-employeur = o seu empregador
destinataire-employeurs = os seus empregadores

mot-indemnite-journaliere = Subsídio diário
sens-indemnite-journaliere = O dinheiro que o seguro de doença paga por um dia de baixa.
mot-avant-retenues = Antes dos descontos
sens-avant-retenues = O valor antes de tirar a CSG e a CRDS. São duas contribuições.
mot-carence = Período de espera
sens-carence = Os primeiros dias da baixa, que não são pagos.
mot-droits-ouverts = Direito aberto
sens-droits-ouverts = Trabalhou ou descontou o suficiente antes da baixa para receber um subsídio.

droits = Os seus direitos
droits-delai = Tem { $mois ->
    [0] nenhum mês
    [1] um mês
   *[other] { $mois } meses
  } para reclamar, a partir do dia em que recebe esta carta. Este prazo não termina antes de { $limite }.
droits-commission = Escreva à «commission de recours amiable» da sua caixa. Junte uma cópia desta carta.
droits-medical = Contesta um parecer médico? Escreva à «commission médicale de recours amiable».
droits-silence = Sem resposta depois de { $mois ->
    [0] esse dia
    [1] um mês
   *[other] { $mois } meses
  }, a sua reclamação é rejeitada. Pode então recorrer ao «tribunal judiciaire».
droits-plus-tard = Esta carta não decide nada. Quando receber uma decisão, poderá reclamar.
droits-algorithme = Um cálculo automático preparou esta decisão. Pode pedir as suas regras.
droits-lecture = Um texto pode ler-se de várias maneiras ({ $question }). Esta carta segue a leitura «{ $lecture }».
droits-textes = Textos (em francês): { $textes }.
