//! Words by which a sentence says no more than what would be if something were used up, "if", "when", "not yet", that an
//! end has come, or what happens at one.

/// Before it in the sentence, parted by `|`; a space is one.
pub(in crate::sms) const BEFORE: &str = "if|when|whenever|once|after|before|until|unless|in case|should|never|avoid|without|worry\
    |si|s'|cuando|antes|hasta|una vez|al haber|evita|se a|se o|se os|se seu|se sua|se voce|se hai|se i|se la|se il|quando|caso|apos|depois|assim que\
    |lorsque|quand|des que|une fois|apres|avant|dopo|prima|appena\
    |wenn|falls|sobald|nachdem|sollte|bevor|als|wanneer|zodra\
    |если|когда|при|после|как только|якщо|коли|після|як тільки|ako|kada|kdyz|jakmile|pokud|jesli|jezeli|gdy|kiedy|daca|cand|dupa|amikor|nar|om|jos|kun|αν|οταν\
    |jika|bila|apabila|kalau|saat kuota|saat data|saat paket|ketika|setelah|selepas|sebelum|sekiranya|kapag|kung|neu|khi|eger|suresi|agar|jab|अगर|यदि|जब\
    |หาก|ถ้า|เมื่อ|กรณี|اذا|إذا|عند|بعد|في حال|قبل|اعتبار|もし|만약\
    |如果|如您|如流量|如套餐|如已|若|一旦|假如|当您|当流量|当套餐|直到|直至|避免|以免|防止|担心|怕";

/// Right before it, or with a word or two between: further off they say that something else is not so.
pub(in crate::sms) const NEAR: &str = "will|not|n't|almost|nearly|about to|casi|no has|no ha|no se|nao|ainda|quasi|pas|bientot|non|nicht|fast auf|niet\
    |bijna|не|почти|майже|nie|prawie|hampir|belum|chua|sap|ใกล้|ยังไม่|لم ت|لم ي|即将|快要|快用|将用|就要|未|没用|没有|不会";

/// Right behind it.
pub(in crate::sms) const BEHIND: &str = "后|之后|以后|时|的话|前|之前|怎么|吗|么|也|即|就|自动|仍|再|为止|则\
    |った场合|ったら|ると|る前|れば|りそう|った后|った际|っても|らな|れな|ったとき|った时|るまで\
    |시|되면|하면|하신|한 후|하셨나|했나|될|할|되기|하기|하지|되지|이후|후|전|된 경우|한 경우|되더라|하더라|해도\
    |quickly|faster|when|แล้วใช่|หรือ|ไหม|hone|होने";

/// Before a renewal in its clause, that there was none, or will be none.
pub(in crate::sms) const DENIED: &str = "not|n't|no longer|failed to|unable to|tried to|trying to|supposed to|was due to|no se|no pudo|nao|n'a pas|n'a pu|non|nicht\
    |не|未能|无法|没有|不会|不再|失败";

/// At an end, that it has come.
pub(in crate::sms) const GONE: &str = "expired|expiro|expirado|expirada|expirou|a expire|est expire|abgelaufen\
    |истек|истекла|истекли|закончился|закончилась|закінчився|закінчилась|wygasl|wygasla\
    |da het han|telah berakhir|sudah berakhir|telah tamat|หมดอายุเมื่อ|หมดอายุแล้ว|انتهت صلاحي|समाप्त हो ग\
    |切れました|切れています|终了しました|만료되었|만료됐|종료되었|종료됐\
    |已于|已在|已到期|已过期|已失效|已经于|已经到期|已经过期|已经失效|已停机|已作废|已终止";

/// Behind an end, what happens then.
pub(in crate::sms) const THEN: &str = "when|then|on which|at which|cuando|fecha en|quando|data em|data in cui|date a laquelle\
    |lorsque|wenn|dann|届时|到时";
