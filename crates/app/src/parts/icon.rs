//! Line icons of 24 units, drawn in the colour of the text around them. Always beside a word or a
//! label: the icon itself is hidden from screen readers.

use crate::markup::html;
use yew::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Home,
    Data,
    Score,
    Accounts,
    Search,
    Undo,
    Redo,
    Sun,
    Moon,
    Help,
    Plus,
    Trash,
    Upload,
    Download,
    Close,
    Check,
    Warning,
    Info,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    Up,
    Down,
    Columns,
    Filter,
    Sample,
    Shield,
    Globe,
    Pencil,
    More,
    Folder,
    Calendar,
    Clock,
    Lock,
    Screen,
    Panel,
    Keyboard,
    Card,
    Journey,
    Tree,
    Minus,
    Branch,
    Indent,
    Outdent,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Home => "M4 11.500 12 5l8 6.500V20h-5.500v-5h-5v5H4z",
            Self::Data => {
                "M5 6.500C5 5 8.100 4 12 4s7 1 7 2.500S15.900 9 12 9 5 8 5 6.500zM5 6.500v11C5 19 8.100 20 12 20s7-1 7-2.500v-11M5 12c0 1.500 3.100 2.500 7 2.500s7-1 7-2.500"
            }
            Self::Score => "M4 20h16M7 20v-6M12 20V5M17 20v-9",
            Self::Accounts => "M4 6h16M4 12h16M4 18h16M9 4v16",
            Self::Search => "M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.500 15.500 20 20",
            Self::Undo => "M9 6 4.500 10.500 9 15M5 10.500h9a5 5 0 0 1 0 10h-3",
            Self::Redo => "m15 6 4.500 4.500L15 15M19 10.500h-9a5 5 0 0 0 0 10h3",
            Self::Sun => {
                "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400"
            }
            Self::Moon => "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
            Self::Help => {
                "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM9.500 9.500a2.500 2.500 0 1 1 3.600 2.300c-.8.400-1.100 1-1.100 1.700v.500M12 17v.010"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Trash => {
                "M5 7h14M10 7V4.500h4V7M7 7l.800 12.500h8.400L17 7M10.500 11v5M13.500 11v5"
            }
            Self::Upload => "M12 15.500V4.500M7.500 9 12 4.500 16.500 9M4.500 15.500V19.500h15v-4",
            Self::Download => {
                "M12 4.500v11M7.500 11l4.500 4.500 4.500-4.500M4.500 15.500V19.500h15v-4"
            }
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Check => "m5 12.500 4.500 4.500L19 7.500",
            Self::Warning => "M12 4 2.500 20h19zM12 10v5M12 17.500v.010",
            Self::Info => {
                "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 11v5.500M12 7.800v.010"
            }
            Self::ChevronDown => "m6 9.500 6 6 6-6",
            Self::ChevronRight => "m9.500 6 6 6-6 6",
            Self::ChevronLeft => "m14.500 6-6 6 6 6",
            Self::Up => "M12 19V6M6.500 11 12 5.500l5.500 5.500",
            Self::Down => "M12 5v13M6.500 13l5.500 5.500 5.500-5.500",
            Self::Columns => "M4 5h16v14H4zM9.300 5v14M14.700 5v14",
            Self::Filter => "M4 5.500h16l-6.200 7.200v5.800l-3.600 1.500v-7.300z",
            Self::Sample => {
                "M9 4h6M10 4v5.500L5 19a1 1 0 0 0 .900 1.500h12.200A1 1 0 0 0 19 19l-5-9.500V4M7.500 15h9"
            }
            Self::Shield => {
                "M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6zM9 12l2.200 2.200L15.200 10"
            }
            Self::Globe => {
                "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM3.500 12h17M12 3.500c2.500 2.300 3.700 5.100 3.700 8.500s-1.200 6.200-3.700 8.500c-2.500-2.300-3.700-5.100-3.700-8.500S9.500 5.800 12 3.500z"
            }
            Self::Pencil => "m5 19 .800-3.800L16.500 4.500l3 3L8.800 18.200zM14 7l3 3",
            Self::More => {
                "M5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM17 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0z"
            }
            Self::Folder => "M3.500 6h6l2 2.500h9V19h-17z",
            Self::Calendar => {
                "M4.500 6h15v13.500h-15zM4.500 10.500h15M8.500 4v3.500M15.500 4v3.500"
            }
            Self::Clock => {
                "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 7.500v5l3.200 2"
            }
            Self::Screen => "M4 5h16v11H4zM9 20h6M12 16v4",
            Self::Panel => "M4 5h16v14H4zM9.500 5v14",
            Self::Keyboard => {
                "M3.500 7h17v10h-17zM7 10.300v.010M10.300 10.300v.010M13.700 10.300v.010M17 10.300v.010M8 13.700h8"
            }
            Self::Card => "M5 4h14v16H5zM8.500 8.500h7M8.500 12h4M8.500 15.500h5.500",
            Self::Journey => {
                "M5 18.500a1.500 1.500 0 1 0 0 .010M19 5.500a1.500 1.500 0 1 0 0 .010M6.500 18.500H15a3.250 3.250 0 0 0 0-6.500H9a3.250 3.250 0 0 1 0-6.500h8.500"
            }
            Self::Tree => "M4 9.500h6v5H4zM14 4h6v5h-6zM14 15h6v5h-6zM10 12h2M14 6.500h-2v11h2",
            Self::Minus => "M5 12h14",
            Self::Branch => "M6 4v11.500h5M11 12.500h8.500v6H11zM6 7h6",
            Self::Indent => "M4 5h16M4 19h16M11 10h9M11 14h9M4 9l3.500 3L4 15",
            Self::Outdent => "M4 5h16M4 19h16M11 10h9M11 14h9M7.500 9 4 12l3.500 3",
            Self::Lock => "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
        }
    }
}

/// Properties of [`Icon`].
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Which.
    pub name: IconName,
}

/// An icon.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={props.name.path()} /></svg>
    }
}
