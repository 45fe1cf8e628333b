//! A table on its way in: which column is what, onto which card, and what it comes to.

use crate::app::Msg;
use crate::app::carry::{Move, Rows};
use crate::app::table::{Column, Found, KindChoice, RowFault, Table};
use crate::i18n::text::carry::{CarrySay, CarryWord};
use crate::i18n::text::table::{TableSay, TableWord};
use crate::web::view::View;
use crate::web::view::parts::{chip, tag};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

/// How many of the rows that are not read are named.
const NAMED: usize = 5;

pub(super) fn table(view: &View<'_>, rows: &Rows) -> Html {
    html! {
        <>
            if !rows.table.ours {
                { mapping(view, &rows.table) }
            }
            { found(view, &rows.found) }
        </>
    }
}

/// What is asked of somebody else's table.
fn mapping(view: &View<'_>, table: &Table) -> Html {
    let say = |word: TableWord| word.say(view.lang);
    let cell = |cell: &String| tag("td", "", cell.chars().take(30).collect::<String>());
    html! {
        <>
            { tag("h2", "", say(TableWord::Which)) }
            { tag("p", "note", say(TableWord::WhichSays)) }
            <div class="table scroll" tabindex="0" role="group" aria-label={say(TableWord::Which)}>
                <table>
                    <thead><tr>{ for table.header().iter().map(|head| tag("th", "", head.chars().take(30).collect::<String>())) }</tr></thead>
                    <tbody>{ for table.sample().map(|row| html! { <tr>{ for row.iter().map(cell) }</tr> }) }</tbody>
                </table>
            </div>
            { column(view, table, Column::Time, TableWord::TimeColumn) }
            if table.asks_order() {
                { group(say(TableWord::DayOrder), html! {
                    <>
                        { chip(say(TableWord::MonthFirst), table.day_first == Some(false), view.carry(Move::ChoseOrder(false))) }
                        { chip(say(TableWord::DayFirst), table.day_first == Some(true), view.carry(Move::ChoseOrder(true))) }
                    </>
                }) }
            }
            { column(view, table, Column::Amount, TableWord::AmountColumn) }
            { column(view, table, Column::Unit, TableWord::UnitColumn) }
            if table.place(Column::Unit).is_none() {
                { group(say(TableWord::AllAre), html! { { for ["MB", "GB"].map(|unit| {
                    chip(unit, table.unit == Some(unit), view.carry(Move::ChoseUnit(unit)))
                }) } }) }
            }
            { column(view, table, Column::Kind, TableWord::KindColumn) }
            if table.place(Column::Kind).is_none() {
                { group(say(TableWord::AllAre), kinds(view, table)) }
            }
            if table.place(Column::Card).is_none() {
                { group(say(TableWord::ToCard), html! { { for view.model.book.cards.iter().map(|(&id, kept)| {
                    chip(kept.value.name.as_str().to_owned(), table.card == Some(id), view.carry(Move::ChoseCard(id)))
                }) } }) }
            }
        </>
    }
}

fn kinds(view: &View<'_>, table: &Table) -> Html {
    let kinds = [
        (KindChoice::Left, TableWord::Left.say(view.lang)),
        (KindChoice::Used, TableWord::Used.say(view.lang)),
        (KindChoice::TopUp, TableWord::TopUp.say(view.lang)),
    ];
    html! { { for kinds.map(|(kind, word)| chip(word, table.kind == Some(kind), view.carry(Move::ChoseKind(kind)))) } }
}

fn group(legend: &'static str, chips: Html) -> Html {
    html! { <fieldset>{ tag("legend", "", legend) }{ tag("div", "chips", chips) }</fieldset> }
}

/// Where a column stands.
fn column(view: &View<'_>, table: &Table, column: Column, label: TableWord) -> Html {
    let lang = view.lang;
    let send = view.send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            send.emit(Rc::new(Msg::Carry(Move::PutColumn(column, select.value().parse().ok()))));
        }
    });
    let now = table.place(column);
    let id = label.say(crate::i18n::Lang::En);
    let none = if matches!(column, Column::Time | Column::Amount) { TableWord::Choose } else { TableWord::NoColumn };
    html! {
        <div class="field">
            <label for={id}>{ label.say(lang) }</label>
            // A list that a person once opened is made anew where its choice changes from elsewhere.
            <select key={format!("{now:?}")} {id} {onchange}>
                <option value="" selected={now.is_none()}>{ none.say(lang) }</option>
                { for table.header().iter().enumerate().map(|(place, head)| html! {
                    <option value={place.to_string()} selected={now == Some(place)}>{ head.chars().take(40).collect::<String>() }</option>
                }) }
            </select>
        </div>
    }
}

/// What it comes to, and what it does not.
fn found(view: &View<'_>, found: &Found) -> Html {
    let lang = view.lang;
    let count = |count: usize| count.to_string();
    html! {
        <div class="stack" role="status">
            { tag("h2", "", CarryWord::WouldChange.say(lang)) }
            { for found.cards.iter().map(|(name, _)| {
                html! { <p>{ tag("b", "", name.as_str().to_owned()) }{ " · " }{ CarryWord::CardNew.say(lang) }</p> }
            }) }
            { tag("p", "num", CarrySay::NewEntries { count: &count(found.entries.len()) }.say(lang)) }
            if found.known > 0 {
                { tag("p", "note num", TableSay::Known { count: &count(found.known) }.say(lang)) }
            }
            if !found.wrong.is_empty() {
                { tag("p", "num", TableSay::Wrong { count: &count(found.wrong.len()) }.say(lang)) }
                <ul>{ for found.wrong.iter().take(NAMED).map(|(line, fault)| {
                    tag("li", "note num", TableSay::Line { line: &count(*line), fault: fault_word(*fault).say(lang) }.say(lang))
                }) }</ul>
            }
        </div>
    }
}

const fn fault_word(fault: RowFault) -> TableWord {
    match fault {
        RowFault::Time => TableWord::BadTime,
        RowFault::Order => TableWord::BadOrder,
        RowFault::Future => TableWord::BadFuture,
        RowFault::Kind => TableWord::BadKind,
        RowFault::Amount => TableWord::BadAmount,
        RowFault::Unit => TableWord::BadUnit,
        RowFault::Card => TableWord::BadCard,
        RowFault::TooMany => TableWord::TooMany,
    }
}
