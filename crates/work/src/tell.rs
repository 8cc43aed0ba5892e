//! Telling a seat or a person from wherever the work lives: at home the notice is a row of the same transaction;
//! across the border of a district it travels by the outbox and is written over there, once.

use serde::{Deserialize, Serialize};
use wangge_base::{Colour, District, Instant, Ref, Seat};
use wangge_realm::{account::Account, notice};
use wangge_store::{Db, Event, Result, Tx, outbox};
use wangge_web::{IdemKey, once};

use crate::World;

/// The kind of the events that notices travel by: they stay inside the server.
pub const EVENT: &str = "tell";

/// To whom.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Whoever sits there.
    Seat(Seat),
    /// One person, `district.id`.
    Person(Ref<Account>),
}

/// What is told. No names, no phone numbers, nothing that only the work itself may say.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Told {
    /// To whom.
    pub to: Whom,
    /// What kind of work it is about, e.g. `admission`.
    pub kind: String,
    /// Reference of what it is about.
    pub subject: String,
    /// One sentence, Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// By when something must be done about it.
    pub due: Option<Instant>,
}

/// The kinds of notices that travel; the words of the database.
const KINDS: &[&str] = &["admission", "drafting", "offlist"];

/// Tells it from inside the transaction of `home`.
///
/// # Errors
/// What keeps it from writing.
pub fn tell(tx: &mut Tx, world: &World, home: &District, told: &Told) -> Result<()> {
    let there = match &told.to {
        Whom::Seat(seat) => world.units.shard(&seat.unit),
        Whom::Person(account) => Some(account.district.clone()),
    };
    match there {
        Some(there) if there != *home => {
            tx.emit(Event {
                district: home.clone(),
                kind: EVENT,
                subject: told.subject.clone(),
                scope: Vec::new(),
                data: serde_json::json!({ "there": there, "told": told }),
            });
            Ok(())
        }
        Some(_) => write(tx, world, home, told),
        // A unit that no longer exists hears nothing.
        None => Ok(()),
    }
}

fn write(tx: &mut Tx, world: &World, district: &District, told: &Told) -> Result<()> {
    let now = tx.now();
    let visible_from = match &told.to {
        Whom::Seat(seat) => world.hours(&seat.unit).next_office(now),
        Whom::Person(_) => now,
    };
    let new = notice::New {
        to: match &told.to {
            Whom::Seat(seat) => notice::To::Seat(seat.clone()),
            Whom::Person(account) => notice::To::Person(account.clone()),
        },
        kind: KINDS.iter().find(|k| **k == told.kind).copied().unwrap_or("admission"),
        colour: Colour::Blue,
        subject: &told.subject,
        zh: &told.zh,
        en: &told.en,
        due: told.due,
        visible_from: Some(visible_from),
        drill: district.is_drill(),
    };
    notice::send(tx, district, &new)?;
    Ok(())
}

/// Carries what `events` of one district tell to others; twice is once.
///
/// # Errors
/// What keeps it from writing; the events are then carried again.
pub async fn carry(db: &Db, world: &World, events: &[outbox::Told]) -> Result<()> {
    #[derive(Deserialize)]
    struct Parcel {
        there: District,
        told: Told,
    }
    for event in events.iter().filter(|e| e.kind == EVENT) {
        let Ok(parcel) = serde_json::from_value::<Parcel>(event.data.clone()) else {
            tracing::error!(district = %event.district, n = event.n, "a notice on its way cannot be read");
            continue;
        };
        let key = IdemKey(format!("tell-{}-{}", event.district, event.n));
        let digest = once::digest("tell", &key.0, &parcel.told);
        let (world, key) = (world.clone(), key);
        db.write(move |tx| {
            once::once(tx, &parcel.there, &key, &digest, |tx| write(tx, &world, &parcel.there, &parcel.told))
        })
        .await?;
    }
    Ok(())
}
