//! English.

use super::{Row, Word::*};
use crate::domain::Unit;

pub(super) const WORDS: &[Row] = &[
    (
        Left,
        "remaing|remaining|remains|remain|left|left over|unused|available|rem|rem.|still have|avail|you still have|remng|free resources",
    ),
    (Have, "you have|you've got|you got|you currently have|your account has"),
    (Used, "used|consumed|usage|you've used|you have used|have used|utilised|utilized|spent|use so far"),
    (Total, "total|quota|allowance|allotment|in total"),
    (Of, "of|out of|of your|of the|of a|of total|out of your|out of the|from your|from"),
    (
        Balance,
        "bal left|balance|bal|bal.|credit|credits|main acct|main account|wallet|core balance|mainbal|main bal|account balance|airtime|load balance|pulsa|e load",
    ),
    (
        Expires,
        "suspended on|will be suspended|will be suspended on|deactivated on|disconnected on|expir*|expiry|expiration|exp|exp.|expiry date|expires on|valid till|valid until|valid til|valid to|valid through|valid thru|valid upto|valid up to|validity till|val till|good until|good through|ends|will end|ends on|ends in|end on|service end date|use by|use before|must be used by|validity until|active until|active till|active before|line active before|val|end date|due date|cycle ends|plan ends|expired|term to|extended to|extended until|runs out|until|till|through",
    ),
    (Lasts, "valid|valid for|validity|extended your|validity extended|good for|validity extended by|extended by"),
    (
        Renews,
        "renew*|resets|reset|reset on|resets on|will reset|next billing|next payment|next charge|refresh*|recharge date|renewal date|next bill date|will renew|is due|due on|due by|due|next cycle|cycle starts|month starts|autopay on",
    ),
    (AsOf, "as of|as on|as at|sent on|dated|paid|noted"),
    (
        Add,
        "added|topped up|top up of|topup of|recharge of|recharged|recharged with|loaded|has loaded|credited|received|refilled|refill of|you've added|reloaded|reload of|recharge amount|top up successful|has been added|top up amount",
    ),
    (
        Below,
        "enough balance|not enough balance|insufficient balance|low balance|balance is low|insufficient credit|less than|below|under|fewer than|lower than|only less than|low on|at least",
    ),
    (
        Over,
        "more than|over|above|exceed*|up to|at speeds|speeds of|after|once you reach|reach|reached|reaches|beyond|each|every|limit|when you use|as low as|minimum|maximum|max",
    ),
    (
        Price,
        "needed|required|chrg|call chrg|for only|cost|costs|charged|charge|charges|chrg|lastcallchrg|session charge|deducted|debited|fee|price|priced at|for just|at just|at only|rate|rates|pay|payment of|payment|paid|worth|@|tax|for|call cost|sms cost|monthly|bill of|ded|deduct",
    ),
    (
        Per,
        "per|/day|/min|/mb|/gb|/sms|/month|/mo|/week|/sec|a day|a month|daily quota of|per day|/text|each day|/days|a minute|/hr|/msg",
    ),
    (Includes, "include*|comes with|contains|consists of|includes|gives you|plan with|package|offers|pack:"),
    (
        Last,
        "dur|durn|gprssec|call durn|last call|last sms|last session|session|duration|last|call duration|data session|this session|datausage|time usage|lastcall duration|call cost|calls made|last call charge|prev call",
    ),
    (
        Offer,
        "get|buy|enjoy|offer|sale|save|deal|subscribe|now only|win|upgrade|text yes|to buy|discount|promo|promotion|exclusive|sign up|limited time|free when|join|cashback|dear valued|try our|avail of|reply to take|need balance|need data|recharge now|recharge with|add more|to purchase|recharge and|top up and get|refer|hurry|special|introducing|shop|just $|won|congratulations|reply|dial|register|bundle offer|to activate|to subscribe|activate our|when you|if you|to add|pick|bonus offer|choose|starting at|starting from|from only|you can",
    ),
    (
        Empty,
        "you have used all of your|you have used all your|you've used all of your|you've used all your|you have used all|you've used all|have used all of your|you have used up|you've used up|used all|used all of|used all of your|used all your|used up|fully used|exhausted|no data left|no data remaining|no more data|used 100% of|have no data|fully consumed",
    ),
    (Unlimited, "unlimited|unlim|unltd"),
    (
        Data,
        "data|monthly data|internet|gprs|high speed data|hs data|high speed|surf|web|lte data|mb balance|mobile data|volume",
    ),
    (Calls, "call|calls|talk|voice|talktime|local calls|calling|talk time"),
    (General, "general|anynet|national|nationwide|open access|all sites|main data|core data"),
    (Hotspot, "hotspot|tethering|mobile hotspot|wifi hotspot|personal hotspot"),
    (Roaming, "int'l|intl|roaming|roam|international data|abroad|global data|intl data"),
    (
        App,
        "video|social|music|facebook|whatsapp|youtube|tiktok|instagram|night|off peak|offpeak|streaming|gaming|netflix|weekend|app|apps|midnight data|twitter|chat|local only|wechat|social media|night time|late night|stories|games",
    ),
    (Bonus, "bonus*|free data|gift|gifted|rollover|promo data|carry over|carried over|complimentary"),
    (Unit(Unit::B), "bytes|byte"),
    (Unit(Unit::KB), "kb|kbs|kib|kilobytes"),
    (Unit(Unit::MB), "mb|m|mbs|mib|megabytes|megabyte|meg|megs|mbytes"),
    (Unit(Unit::GB), "gb|g|gbs|gib|gigabytes|gigabyte|gig|gigs|giga|gbytes"),
    (Unit(Unit::TB), "tb|tib|terabytes"),
    (Percent, "%|percent|per cent|pct"),
    (Minute, "min|mins|minute|minutes|min.|mins.|minutes of talk"),
    (Second, "local secs|local sec|free sec|freesec|l/std sec|sec|secs|second|seconds|s"),
    (Hour, "h|hr|hrs|hour|hours"),
    (Clock, "am|pm|o'clock"),
    (Day, "day|days|day(s)|dys"),
    (Texts, "texts|text|sms|messages|message|msgs|msg|txt|txts|smses|sms's|text messages|sms messages|local sms"),
    (Month(1), "jan|january|jan."),
    (Month(2), "feb|february|feb."),
    (Month(3), "mar|march|mar."),
    (Month(4), "apr|april|apr."),
    (Month(5), "may"),
    (Month(6), "jun|june|jun."),
    (Month(7), "jul|july|jul."),
    (Month(8), "aug|august|aug."),
    (Month(9), "sep|sept|september|sep."),
    (Month(10), "oct|october|oct."),
    (Month(11), "nov|november|nov."),
    (Month(12), "dec|december|dec."),
    (Today, "today|tonight"),
    (Tomorrow, "tomorrow"),
    (And, "and|&|plus|+"),
    (Tail, "ending in|ending with|ending|number ending|number ending in|number ending with"),
    (Network, "lte|4g lte|4g|5g|3g|5g/4g lte|4g/5g|5g/4g|4g lte/5g|4g/lte|5g nr|2g"),
    (Plan, "plan|prepaid|service|subscription|pass|bundle|pack|cycle|term|package"),
    (
        Plain,
        "your|the|my|our|current|new|is|are|has|was|will|be|now|dear|hi|hello|customer|subscriber|user|account|acc|acct|an|in|this|it|so|far|today's|please|note|thank|thanks|you|with|at|by|its|main|active|cash|free|only|just|still|about|approximately|info|information|alert|notice|update|status|summary|valued|sir|madam|good|here|there|as|also|account's|funds|amount|value|daily|weekly|prepay|payg|standard|basic|core|local|international|date|time|no|not|any|all",
    ),
    (Line, "sim|esim|sim card|line|number|mobile|phone|recharge|airtime|top up|topup|refill|roaming|load"),
    (Slow, "slower|slower speeds|reduced|reduced speed|reduced speeds|throttled|slowed"),
    (
        Code,
        "otp|one time|verification code|security code|sign in|log in|sign in code|passcode|verification|one time password|login code|access code|confirmation code|pin code|auth code|authentication code|do not share|don't share|verify your|is your code|code is",
    ),
    (
        Bank,
        "credit union|checking|savings account|store credit|gift card|gift cards|meal plan|council tax|property tax|installment|instalment|you have sent|was approved|miles|travelcard|workouts|calories|sessions left|class pack|classes|lessons|vehicle|electric|electricity|water|natural gas|kwh|free trial|casino|membership|insurance|policy|prescription|coupon|coupons|amazon|netflix|spotify|starbucks|cvs|walgreens|library|gym|ezpass|e zpass|parking|voicemail|voice mail|rewards|extrabucks|tuition|rent|mortgage|warranty|passport|visa application|account ending|account ending in|acct ending|acct ending in|chase|wells fargo|capital one|bank|debit card|credit card ending|a/c|acct no|upi|neft|imps|transaction id|transaction number|txn|txn id|atm|card ending|visa card|mastercard|you have paid|you received|cash out|mobile money|m pesa|wallet id|interest|transferred|withdrawn|withdrawal|deposit|mpesa|momo|avail bal|avail.bal|paypal|venmo|zelle|stock|loan|emi|merchant|gift card balance|purchase at|statement|mandate|points balance|reward points|fastag|investment|portfolio|toll|metro card|octopus",
    ),
    (
        Parcel,
        "stops away|package is|packages|boarding|baggage|parcel|courier|shipment|shipped|delivery|delivered|out for delivery|pickup|tracking|your order|driver|appointment|flight|ride|booking|reservation|order #|order no",
    ),
    (
        Bill,
        "bill|bill is due|bill of|bill is ready|your bill|autopay|invoice|payment confirmation|amount due|bill for|statement is ready|postpaid bill|bill dated|thank you for your payment|payment received|pay your bill|bill amount|bill has been",
    ),
    (
        Fault,
        "invalid|not recognized|not recognised|unable to|try again|error|failed|sorry|incorrect|unrecognized|could not|cannot|unsuccessful|not available",
    ),
    (
        Storage,
        "cloud|cloud space|drive|hard drive|laptop|sd card|memory card|dashcam|camera|downloading|downloaded|to upload|uploading|install over|software update|firmware|files|storage|icloud|google one|google drive|dropbox|onedrive|inbox|mailbox|disk|backup|memory|photos",
    ),
    (
        Nothing,
        "next bill|next bill of|bill cycle|billing cycle|once used up|until used up|when exhausted|if exhausted|text bal*|reply bal*|check your|balance free|free msg|service message|for usage details|stay connected|left on your device|to check|may be|used by|not used|credit card|debit|call us|customer care|call charges|account number|for details|for more|for help|for balance|text balance|text data|out of data|of high speed|text stop|msg&data|message and data rates|msg & data rates may apply|message and data rates may apply|for info|for support|of data|of internet|of mobile data",
    ),
];
