//! How much data a trip needs: days × hours of what is done, each with a low and a high figure by
//! the hour. The figures' sources stand in docs/forecast.md.

use crate::domain::Bytes;

/// Something that uses data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Finding the way with a map.
    Maps,
    /// Messages and now and then a picture.
    Messages,
    /// Social networks, with the videos that play by themselves.
    Social,
    /// Streamed music.
    Music,
    /// Streamed video, low quality (about 240p to 360p).
    VideoLow,
    /// Streamed video, standard quality (480p).
    VideoMedium,
    /// Streamed video, high quality (720p to 1080p).
    VideoHigh,
    /// Calls over the internet, without a picture.
    Calls,
    /// Calls and meetings with a picture, on a phone or a computer.
    VideoCalls,
    /// A computer on the phone's hotspot: mail, pages, documents. Its videos and meetings are those above.
    Hotspot,
}

/// A range of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TripNeed {
    /// With luck.
    pub low: Bytes,
    /// To be safe.
    pub high: Bytes,
}

impl Activity {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Maps,
        Self::Messages,
        Self::Social,
        Self::Music,
        Self::VideoLow,
        Self::VideoMedium,
        Self::VideoHigh,
        Self::Calls,
        Self::VideoCalls,
        Self::Hotspot,
    ];

    /// Megabytes of 1000 kB by the hour: low and high.
    #[must_use]
    pub const fn megabytes(self) -> (u16, u16) {
        match self {
            Self::Maps => (5, 15),
            Self::Messages => (1, 10),
            Self::Social => (80, 840),
            Self::Music => (40, 150),
            Self::VideoLow => (225, 350),
            Self::VideoMedium => (700, 1000),
            Self::VideoHigh => (1000, 3000),
            Self::Calls => (20, 80),
            Self::VideoCalls => (450, 1500),
            Self::Hotspot => (60, 200),
        }
    }

    /// What so many minutes of it use: the what-if of an hour of video is 60.
    #[must_use]
    pub fn use_of(self, minutes: u32) -> TripNeed {
        let (low, high) = self.megabytes();
        let bytes = |megabytes: u16| Bytes(u64::from(megabytes) * 1_000_000 * u64::from(minutes) / 60);
        TripNeed { low: bytes(low), high: bytes(high) }
    }
}

/// What so many days need, with so many minutes a day of each activity.
#[must_use]
pub fn need(days: u16, each_day: &[(Activity, u16)]) -> TripNeed {
    each_day.iter().fold(TripNeed::default(), |sum, (activity, minutes)| {
        let more = activity.use_of(u32::from(days) * u32::from(*minutes));
        TripNeed { low: sum.low.saturating_add(more.low), high: sum.high.saturating_add(more.high) }
    })
}

/// How many whole days of such a need the data that is left covers, to be safe and with luck; `None` where
/// nothing is needed.
#[must_use]
pub fn days_of(left: Bytes, a_day: TripNeed) -> Option<(u64, u64)> {
    Some((left.0.checked_div(a_day.high.0)?, left.0.checked_div(a_day.low.0)?))
}

/// What to buy for a need, rounded up to an amount that plans come in: to tens of megabytes, from a gigabyte
/// on to tenths of it; of 1000 each, as the figures by the hour are.
#[must_use]
pub fn to_buy(need: TripNeed) -> TripNeed {
    const MB: u64 = 1_000_000;
    let up = |bytes: Bytes| Bytes(bytes.0.next_multiple_of(if bytes.0 < 1000 * MB { 10 * MB } else { 100 * MB }));
    TripNeed { low: up(need.low), high: up(need.high) }
}
