//! The icons, as inline SVG of one stroke weight. No icon font, no request. They say nothing by themselves: a word is beside
//! each. In a template: `{{ crate::icons::CHECK|safe }}`.

macro_rules! icons {
    ($($name:ident = $drawing:literal),* $(,)?) => {$(
        pub const $name: &str = concat!(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">"#, $drawing, "</svg>");
    )*};
}

icons! {
    TODAY = r#"<path d="M3 11 12 4l9 7v9h-6v-6H9v6H3z"/>"#,
    PROGRAMME = r#"<path d="M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM4 16h4v4H4z"/>"#,
    HELP = r#"<path d="M12 21s-8-5-8-11a4.5 4.5 0 0 1 8-3 4.5 4.5 0 0 1 8 3c0 6-8 11-8 11z"/>"#,
    ME = r#"<circle cx="12" cy="8" r="4"/><path d="M4 21c0-5 4-7 8-7s8 2 8 7"/>"#,
    DESK = r#"<path d="M3 9h18M6 9v11M18 9v11M7 5h10v4H7z"/>"#,
    NUMBERS = r#"<path d="M4 20h16M7 20v-6M12 20V5M17 20v-9"/>"#,
    SITE = r#"<path d="M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01"/>"#,
    LEAVE = r#"<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>"#,
    CHECK = r#"<path d="m4 12 5 5L20 6"/>"#,
    CALL = r#"<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/>"#,
}
