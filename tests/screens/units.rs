//! In which unit a figure is said that stands beside another, and what a threshold in per cent comes to.

use crate::story::{Story, check, left, travel};
use sim_gauge::app::Route;
use sim_gauge::domain::{
    Amount, Bucket, Card, CardId, Check, Date, Decimal, Fact, Measure, Quantity, Said, Source, Threshold, Unit,
    Validity,
};
use sim_gauge::i18n::Lang;

fn said(figure: &str, unit: Unit) -> Fact {
    let amount = Amount::new(Decimal::parse(figure).unwrap(), unit).unwrap();
    check(Said::Left(Quantity::Data(amount)), Source::Text)
}

/// The card's page and the list say these, and neither of them those.
fn shows(story: &mut Story, card: CardId, says: &[&str], never: &[&str]) {
    for lang in Lang::ALL {
        story.page("units", Route::Card(card), lang).says(says).silent(never);
        story.page("units-list", Route::Cards, lang).silent(never);
    }
}

/// Two days and a half before the end of fifteen an even pace has 0.7 GB of 5 GB left.
#[test]
fn the_even_pace_is_said_in_the_unit_of_what_is_left() {
    let until = Validity::Until(Date::new(2026, 11, 22).unwrap());
    let pace = |last: Fact| {
        let card = Card { threshold: Threshold::Off, validity: until, ..travel() };
        Story::of(card, &[(15 * 24, check(left(500), Source::Text)), (0, last)])
    };
    let (mut story, card) = pace(said("1.83", Unit::GB));
    story.page("pace", Route::Card(card), Lang::En).says(&["Even pace 0.69 GB"]);
    story.page("pace", Route::Card(card), Lang::ZhHans).says(&["匀速应剩 0.69 GB"]);
    story.page("pace", Route::Card(card), Lang::ZhHant).says(&["均速應剩 0.69 GB"]);
    let (mut story, card) = pace(said("910", Unit::MB));
    shows(&mut story, card, &["710 MB"], &["0.69 GB"]);
}

/// A fifth of 5 GB is one: just below it little is left, and at it not.
#[test]
fn a_threshold_in_per_cent_is_a_share_of_the_plan() {
    let of = |share, last| {
        let card = Card { threshold: Threshold::Percent(share), ..travel() };
        Story::of(card, &[(0, said(last, Unit::GB))])
    };
    for (lang, words) in [
        (Lang::ZhHans, "只剩 0.99 GB，低于提醒线 1 GB"),
        (Lang::ZhHant, "只剩 0.99 GB，低於提醒門檻 1 GB"),
        (Lang::En, "0.99 GB left, below your 1 GB threshold"),
    ] {
        let (mut story, card) = of(20, "0.99");
        story.page("share", Route::Card(card), lang).says(&[words]);
        for (share, last) in [(20, "1.00"), (19, "0.99"), (0, "0.01")] {
            let (mut story, card) = of(share, last);
            story.page("share-not", Route::Card(card), lang).silent(&["提醒线", "提醒門檻", "threshold"]);
        }
    }
    // In the unit of what is left, where that is said in megabytes.
    let card = Card { threshold: Threshold::Percent(10), ..travel() };
    let (mut story, card) = Story::of(card, &[(0, said("300", Unit::MB))]);
    shows(&mut story, card, &["300 MB", "512 MB"], &["0.50 GB", "0.5 GB"]);
}

/// What was used on the last day, and what is on others, in hundredths of a gigabyte.
#[test]
fn unusual_use_is_said_in_the_unit_of_what_is_usual() {
    let of = |used: i64, usual: i64| {
        let day = |day: i64| (day * 24, check(left(300 + usual * day), Source::Text));
        let mut entries: Vec<(i64, Fact)> = (1..=14).rev().map(day).collect();
        entries.push((1, check(left(300 + usual - used), Source::Text)));
        Story::of(travel(), &entries)
    };
    for (lang, much, little) in [
        (Lang::ZhHans, "最近 1 天用了 0.9 GB，平时是 0–0.2 GB", "最近 1 天用了 307 MB，平时是 21–41 MB"),
        (Lang::ZhHant, "最近 1 天用了 0.9 GB，平時是 0–0.2 GB", "最近 1 天用了 307 MB，平時是 21–41 MB"),
        (Lang::En, "0.9 GB used in 1 day; usually 0–0.2 GB", "307 MB used in 1 day; usually 21–41 MB"),
    ] {
        let (mut story, card) = of(90, 10);
        story.page("unusual", Route::Card(card), lang).says(&[much]);
        let (mut story, card) = of(30, 3);
        story.page("unusual-little", Route::Card(card), lang).says(&[little]);
    }
}

/// 0.7 GB are left of today's share, of which some 30 MB were used: all of it is said in megabytes.
#[test]
fn todays_share_and_what_is_used_of_it_are_in_one_unit() {
    let until = Validity::Until(Date::new(2026, 11, 26).unwrap());
    let checks = [(17 * 24, 760), (10 * 24, 690), (3 * 24, 590), (3, 500)];
    let checks = checks.map(|(hours, hundredths)| (hours, check(left(hundredths), Source::App)));
    let (mut story, card) = Story::of(Card { validity: until, ..travel() }, &checks);
    for lang in Lang::ALL {
        story.page("share-units", Route::Card(card), lang).says(&["650 MB", "740 MB", "90 MB"]).silent(&["0.65 GB"]);
    }
}

/// A plan that only replies tell, in a new period: what is left is estimated, and not what was last known.
#[test]
fn an_estimate_of_a_new_period_is_not_called_the_last_known() {
    let data = |hundredths| Quantity::Data(Amount::new(Decimal::new(hundredths, 2).unwrap(), Unit::GB).unwrap());
    let card = Card { plan: None, validity: Validity::Unknown, ..travel() };
    let (mut story, card) = Story::of(card, &[]);
    for (days, hundredths) in [(15, 1800), (10, 900), (5, 80)] {
        let said = [Said::Left(data(hundredths)), Said::Total(data(2000))];
        let measures = said.map(|said| Measure { bucket: Bucket::General, said }).to_vec();
        let renews = Date::new(2026, 11, 18);
        let fact = Check { measures, expires: None, renews, source: Source::Text, reply: None, sure: false };
        story.entry(card, days * 24, Fact::Check(fact));
    }
    for (lang, estimate, last) in [
        (Lang::ZhHans, "剩余流量 · 估算≈16 GB", "上次查到"),
        (Lang::ZhHant, "剩餘流量 · 估計≈16 GB", "上次查到"),
        (Lang::En, "Data left · estimate≈16 GB", "Last known"),
    ] {
        story.page("estimate-anew", Route::Card(card), lang).says(&[estimate]).silent(&[last]);
        story.page("estimate-anew-list", Route::Cards, lang).silent(&[last]);
    }
}
