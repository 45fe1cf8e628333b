//! Words by which a sentence says no more than what would be if something were used up: "if", "when", "not yet".

/// Before it in the sentence, parted by `|`; a space is one.
pub(in crate::sms) const BEFORE: &str = "if|when|whenever|once|after|before|until|unless|in case|should|will|never|not|n't|avoid|without|worry|almost|nearly|about to\
    |si|s'|cuando|antes|hasta|una vez|al haber|casi|evita|no has|no ha|no se|se a|se o|se os|se seu|se sua|se voce|se hai|se i|se la|se il|quando|caso|apos|depois|assim que|nao|ainda|quasi\
    |lorsque|quand|des que|une fois|apres|avant|pas|bientot|dopo|prima|appena|non\
    |wenn|falls|sobald|nachdem|sollte|bevor|nicht|fast auf|als|wanneer|zodra|niet|bijna\
    |если|когда|при|после|как только|не|почти|якщо|коли|після|як тільки|майже|ako|kada|kdyz|jakmile|pokud|nie|jesli|jezeli|gdy|kiedy|prawie|daca|cand|dupa|amikor|nar|om|jos|kun|αν|οταν\
    |jika|bila|apabila|kalau|saat kuota|saat data|saat paket|ketika|setelah|selepas|sebelum|hampir|belum|sekiranya|kapag|kung|neu|khi|chua|sap|eger|suresi|agar|jab|अगर|यदि|जब\
    |หาก|ถ้า|เมื่อ|กรณี|ใกล้|ยังไม่|اذا|إذا|عند|بعد|في حال|لم ت|لم ي|قبل|もし|만약\
    |如果|如您|如流量|如套餐|如已|若|一旦|假如|当您|当流量|当套餐|直到|直至|即将|快要|快用|将用|就要|未|没用|没有|不会|避免|以免|防止|担心|怕";

/// Right behind it.
pub(in crate::sms) const BEHIND: &str = "后|之后|以后|时|的话|前|之前|怎么|吗|么|也|即|就|自动|仍|再|为止|则\
    |った场合|ったら|ると|る前|れば|りそう|った后|った际|っても|らな|れな|ったとき|った时|るまで\
    |시|되면|하면|하신|한 후|하셨나|했나|될|할|되기|하기|하지|되지|이후|후|전|된 경우|한 경우|되더라|하더라|해도\
    |quickly|faster|when|แล้วใช่|หรือ|ไหม|hone|होने";
