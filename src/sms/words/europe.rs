//! The other languages written in Latin, Cyrillic and Greek letters: Spanish, French, German,
//! Portuguese, Italian, Dutch, Polish, Czech, Russian, Ukrainian, Bulgarian, Greek, Turkish.

use super::{Row, Word::*};
use crate::domain::Unit;

pub(super) const WORDS: &[Row] = &[
    // Spanish, Portuguese, Italian, French
    (
        Left,
        "te quedan|le quedan|quedan|queda|te queda|restantes|restante|disponible|disponibles|tienes disponible|resta|restam|restan|restam te|disponivel|disponiveis|rimanenti|residui|residuo|residue|ti restano|ti rimangono|rimangono|disponibili|disponibile|hai ancora|il vous reste|vous reste|reste|restant|restants|solde restant|disponibles sur",
    ),
    (Have, "tienes|usted tiene|tiene|voce tem|tens|hai|vous avez|vous disposez|dispones|ha a disposizione|offrant"),
    (
        Used,
        "usaste|ja usaste|utilizaste|consumiste|gastaste|has consumido|ha consumido|has usado|consumido|consumo|usado|usados|consumidos|utilizado|utilizou|usou|gastado|hai usato|hai consumato|consumati|usati|utilizzati|conso|conso data|utilise|utilises|consomme|consommes|consommation|avez utilise|avez consomme|utilizados",
    ),
    (Total, "incluidos|em total"),
    (
        Of,
        "de tus|de los|de tu|de|dei|dei tuoi|del tuo|do seu|dos seus|sur|sur les|su|sui|de votre|von|ihres|ihrer|ihrem|z|ze|из|з|от|van|van je",
    ),
    (
        Balance,
        "saldo|su saldo|tu saldo|saldo actual|seu saldo|credito|credito residuo|recarga|il tuo credito|solde|credit|votre solde|credit de communication|compte principal|saldo principal|saldo disponible",
    ),
    (
        Expires,
        "hasta|hasta el|hasta dia|validos hasta|valido hasta|valida hasta|validas hasta|vence|vencen|vence el|caduca|caducan|expira|expiran|valido ate|validos ate|ate|expira em|validade ate|valido fino al|validi fino al|fino al|scade|scade il|scadenza|entro il|jusqu'au|jusqu au|valable jusqu'au|valables jusqu'au|valable jusqu au|valables jusqu au|expire le|avant le|a utiliser jusqu'au|fin de validite|validite jusqu'au",
    ),
    (Lasts, "validez|validade|validita|valable|valables|valido por|valido per|vigencia"),
    (
        Renews,
        "se renueva|renovacion|renova|renovacao|si rinnova|rinnovo|renouvele|renouvellement|se renouvelle|rinnovera",
    ),
    (
        Add,
        "has recargado|recargado|recarga de|recarga exitosa|ricarica|ricaricato|rechargement|recharge reussie|recargaste",
    ),
    (
        Below,
        "menos de|inferior a|meno di|moins de|weniger als|unter|mniej niz|ponizej|менее|меньше|ниже|осталось менее|az alatt|minder dan",
    ),
    (
        Price,
        "costo|precio|tarifa|coste|custo|preco|prezzo|prix|cout|debite|sera debite|facture|preis|kosten|kostet|cena|koszt|стоимость|цена|списано|плата|абонплата|абонентская|prijs|ucret",
    ),
    (
        Offer,
        "compra|contrata|activa|oferta|promocion|compre|contrate|aproveite|acquista|attiva|offerta|promo|achetez|profitez|souscrire|offre|jetzt|buchen|kaufen|angebot|aktivieren|kup|aktywuj|wlacz|купите|подключите|акция|скидка|получите|подключи|купи|наберите|подарок|активируйте|оферта|satin al|kampanya|koop|bestel|para contratar|recarga ya|marca|envia|pass voyage|allez souscrire|pour recharger|предложение|включай",
    ),
    (
        Unlimited,
        "ilimitado|ilimitados|ilimitada|illimitato|illimitati|illimite|illimitee|illimites|unbegrenzt|unbegrenztes|nieograniczony|bez limitu|безлимит*|безлімітн*|sinirsiz|onbeperkt|neomezene",
    ),
    (
        Data,
        "datos|dati|dados|internet|donnees|daten|datenvolumen|datenvolumens|volumen|трафик*|интернет*|інтернет*|internetu|transfer danych|veri|dat|navegar|navegacion|интернета",
    ),
    (
        Calls,
        "llamadas|chamadas|chiamate|appels|appel|minuten|anrufe|звонк*|дзвінк*|разговор*|rozmowy|konusma|voz|voce|dakika",
    ),
    (
        Bonus,
        "прошлого периода|с прошлого|перенесен*|bonusov*|bonificado|bonus|bonuskonto|regalo|бонус*|подарун*|promocional|promocionales|бонусный",
    ),
    (Roaming, "roaming|itinerancia|in roaming|роуминг*"),
    (App, "redes sociales|whatsapp|соцсет*|мессенджер*|nuit"),
    (Unit(Unit::KB), "ko|кб"),
    (Unit(Unit::MB), "mo|мб|мегабайт*|megas|mega"),
    (Unit(Unit::GB), "go|гб|гигабайт*|гиг|гига"),
    (Unit(Unit::TB), "тб|to"),
    (Minute, "minutos|minuto|minuti|mn|minuten|minut|minuty|мин|мин.|минут*|hv|хв|хв.|хвилин*|dk|dakika|λεπτα|minut"),
    (Second, "segundos|secondes|sekunden|сек|сек."),
    (Hour, "heures|horas|ore|stunden|час*|годин*"),
    (Day, "dia|el dia|dias|giorni|jours|tage|tagen|dni|дней|дня|день|днів|gun|giorno|jour|dagen|dny|dnu|ημερες"),
    (Texts, "mensajes|mensagens|messaggi|nachrichten|смс|сообщени*|wiadomosci|sms ow|повідомлен*|mesaj"),
    (And, "y|e|et|und|i|и|та|ve|en|oraz|ou|a"),
    (Percent, "процент*|prozent"),
    (
        Plan,
        "offerta attiva|la tua offerta|tua offerta|votre offre|votre forfait|forfait|tarif|tarifa|dein tarif|bono|bono de datos|bono datos|pacchetto",
    ),
    (
        Empty,
        "aufgebraucht|vollstandig verbraucht|agotado|has agotado|esaurito|esauriti|epuise|epuises|wyczerpany|wykorzystany w calosci",
    ),
    (Slow, "gedrosselt*|reduziert*|ridotta|reducida|reduit*|zmniejszon*"),
    (
        Bank,
        "gutschein*|restguthaben|geschenkkarte|treuepunkte|punkte|fidelite|carte cadeau|bon d'achat|carta prepagata|carta regalo|tarjeta de credito|tarjeta de debito|tarjeta regalo|stopps|puntos|punti|tessera|points|strom|luz|agua|electricite",
    ),
    (
        Plain,
        "tu|tus|mi|tuo|suo|votre|mon|dein|deine|ihr|ihre|je|uw|twoj|twoje|vas|vase|ваш|ваше|твой|meu|seu|est|es|actual|konta|vash|vashe|tvoy|osnovnoy|osnovnoj",
    ),
    // German, Dutch
    (
        Left,
        "verbleibend*|verbleiben|ubrig|verfugbar*|restvolumen|noch|restliches|haben sie noch|ihnen stehen noch|resterend*|restant|over|resterende|du hast noch|sie haben noch",
    ),
    (Have, "sie haben|du hast|je hebt"),
    (Used, "verbraucht*|genutzt*|verbrauch|verbruikt|gebruikt"),
    (Total, "insgesamt|gesamt|inklusivvolumen"),
    (
        Balance,
        "guthaben|aktuelles guthaben|ihr guthaben|guthabenstand|kontostand|beltegoed|tegoed|saldo bedraagt|je beltegoed|dein guthaben",
    ),
    (
        Expires,
        "bis|bis zum|gultig bis|lauft ab|endet am|ablauf|lauft am|geldig tot|tot|tot en met|verloopt|verloopt op|gultig bis zum|nutzbar bis",
    ),
    (Renews, "verlangert sich|verlangert sich am|verlangerung|erneuert sich|neu ab"),
    (Add, "aufgeladen|aufladung|opgewaardeerd|aufladung von"),
    (AsOf, "am|stand|stan na|на сегодня|na dzien|a dia|на|le"),
    // Polish, Czech
    (
        Left,
        "pozostalo|pozostalo ci|pozostaly|zostalo|zostalo ci|do wykorzystania|masz jeszcze|zbyva|zbyva vam|zustava|zustatek dat|dostepne|zbyvajici",
    ),
    (Have, "masz|mate"),
    (Used, "wykorzystano|wykorzystales|zuzyles|wykorzystane|vycerpano|vyuzito|vyuzili|spotrebovano|zuzyto"),
    (
        Balance,
        "stan konta|stan konta glownego|na koncie|saldo konta|srodki|zustatek|kredit|kreditu|vas kredit|zustatek kreditu|konto glowne|twoje saldo|kredit je|aktualni kredit",
    ),
    (
        Expires,
        "wazny do|wazne do|wazna do|do dnia|waznosc|waznosc konta|wygasa|platny do|plati do|platnost do|platnost|wykorzystaj do|do|polaczenia wychodzace do|konto wazne do|mozesz dzwonic do",
    ),
    (Lasts, "wazny|wazne|wazny przez"),
    (Add, "doladowano|doladowanie|dobito|dobiti|dobili"),
    (Nothing, "wazne bezterminowo|bezterminowo|zustatek zjistite|на месяц|do tego"),
    // Russian, Ukrainian, Bulgarian
    (
        Left,
        "неиспользованн*|остаток|остатки|осталось|остался|остался|доступно|остатки пакетов|осталось|залишок|залишилось|залишилося|доступна|оставащ*|остават|налични|octatok|остаток пакета|осталось:|ostatok|ostalos|zalyshok|ostavashti|ostavat|остаток трафика|оставащи",
    ),
    (Have, "у вас|вы имеете|имате"),
    (Used, "использован*|израсходован*|потрачен*|використан*|изразходван*|израсходовали|использовали|вы использовали"),
    (Total, "всего|усього|общо"),
    (
        Balance,
        "баланс*|ваш баланс|на счету|на вашем счете|на счете|остаток на счете|на рахунку|рахунок|na vashem schete|na schete|balans|na rahunku|na vashomu rahunku|сметка|наличност|по сметката|balance|kredit|кредит|octatok|на вашому рахунку|основний рахунок|счет|na osnovnom schete",
    ),
    (
        Expires,
        "до|действует до|действителен до|срок действия|срок действия до|истекает|діє до|дійсний до|действительны до|действуют до|deystvitelen do|do|deystvuet do|валиден до|валидни до|годен до|изтича|вкл. до|срок до|diysnyi do|активен до|nomer deystvitelen do|дійсні до|годин до|термін дії|срок",
    ),
    (Renews, "продлится|обновится|следующее списание|поновлення|оновиться|продление|списание"),
    (Add, "пополнен*|зачислен*|поповнен*|начислен*|нарахован*|зареден*|платеж"),
    (Over, "лимит|limit|порог|limite|свыше"),
    (Month(1), "января|січня|januar|janvier|enero|janeiro|gennaio|styczen|stycznia|ledna"),
    (Month(2), "февраля|лютого|februar|fevrier|febrero|fevereiro|febbraio|lutego|unora"),
    (Month(3), "марта|березня|marz|mars|marzo|marco|marca|brezna"),
    (Month(4), "апреля|квітня|avril|abril|aprile|kwietnia|dubna"),
    (Month(5), "мая|травня|mai|mayo|maio|maggio|maja|kvetna"),
    (Month(6), "июня|червня|juni|juin|junio|junho|giugno|czerwca|cervna"),
    (Month(7), "июля|липня|juli|juillet|julio|julho|luglio|lipca|cervence"),
    (Month(8), "августа|серпня|aout|agosto|sierpnia|srpna"),
    (Month(9), "сентября|вересня|septembre|septiembre|setembro|settembre|wrzesnia|zari"),
    (Month(10), "октября|жовтня|oktober|octobre|octubre|outubro|ottobre|pazdziernika|rijna"),
    (Month(11), "ноября|листопада|novembre|noviembre|novembro|listopada"),
    (Month(12), "декабря|грудня|dezember|decembre|diciembre|dezembro|dicembre|grudnia|prosince"),
    (Today, "hoy|hoje|oggi|aujourd'hui|heute|dzis|сегодня|сьогодні"),
    (Tomorrow, "manana|amanha|domani|demain|morgen|jutro|завтра"),
    // Greek, Turkish
    (Left, "απομενουν|σας απομενουν|διαθεσιμα|υπολειπομενα|kalan|kaldi|kullanilabilir|kalmistir|kalan internet*"),
    (Balance, "υπολοιπο|το υπολοιπο|bakiye*|bakiyeniz|bakiyesi|tl bakiye"),
    (Used, "kullandiniz|kullanildi|kullanilan|χρησιμοποι*"),
    (Expires, "εως|μεχρι|ληγει|ισχυει εως|son kullanma|tarihine kadar|bitis|son kullanim|gecerlilik"),
    (
        Code,
        "codigo de verificacion|bestatigungscode|verifizierungscode|code de verification|kod weryfikacyjny|код подтверждения|sms kod|dogrulama kodu|пароль",
    ),
    (
        Bank,
        "banco|bank|carte bancaire|konto bankowe|platba kartou|картой|покупка|сбербанк|перевод|kartenzahlung|uberweisung|virement|bizum|carta di|kredi karti|счет карты|оплата|platba|zaplatili|pix",
    ),
    (Parcel, "pedido|paquete|paket|colis|sendung|paczka|посылка|заказ|zasilka|kargo|доставка"),
    (Bill, "factura|rechnung|facture|fattura|faktura|счет на оплату|fatura"),
    (Nothing, "ostatok nedostupen|gb de|consumo adicional|2 guthaben|guthaben &|weitere*|код ussd"),
    (Last, "ultima llamada|derniere communication|letzter anruf|последний звонок|costo llamada"),
    (Fault, "nicht moglich|fehler|ошибка|недоступн*|no disponible|indisponible|ungultig"),
];
