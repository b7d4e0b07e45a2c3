//! How easily a Spanish text reads, and how many words it has. It must not know what a lesson is.
//!
//! Reading ease is the Flesch-Szigriszt index, `206.835 − 62.3·(syllables/words) − words/sentences` (F. Szigriszt Pazos,
//! *Sistemas predictivos de legilibilidad del mensaje escrito: fórmula de perspicuidad*, 1993), read on the INFLESZ scale
//! (I. M. Barrio-Cantalejo et al., «Validación de la Escala INFLESZ para evaluar la legibilidad de los textos dirigidos a
//! pacientes», *Anales del Sistema Sanitario de Navarra* 31(2), 2008): below 40 very hard, 40 to 55 rather hard, 55 to 65
//! normal, 65 to 80 fairly easy, above 80 very easy. Health texts for the public should reach 55.
//!
//! A sentence ends at `.`, `!`, `?` or `…` before the next sentence, and with each paragraph, heading or item of a list;
//! colons and semicolons end none, so that the figure errs on the hard side. Figures are not counted as words.

use crate::markdown::blocks;
use unicode_normalization::UnicodeNormalization;

/// The words of a Markdown text, figures included.
pub(crate) fn word_count(markdown: &str) -> usize {
    blocks(markdown).iter().map(|block| words(block).count()).sum()
}

/// The reading ease of a Spanish Markdown text; `None` without any word.
pub(crate) fn reading_ease(markdown: &str) -> Option<f64> {
    let (mut syllable_count, mut word_count, mut sentence_count) = (0, 0, 0);
    for block in blocks(markdown) {
        let block: String = block.nfc().collect();
        let spoken = || words(&block).filter(|word| !word.chars().any(char::is_numeric));
        let here = spoken().count();
        if here > 0 {
            word_count += here;
            syllable_count += spoken().map(syllables).sum::<usize>();
            sentence_count += sentences(&block);
        }
    }
    let (syllables, words, sentences) = (syllable_count as f64, word_count as f64, sentence_count as f64);
    (word_count > 0).then(|| 206.835 - 62.3 * syllables / words - words / sentences)
}

/// Runs of letters and digits; a hyphen or apostrophe inside joins (`psico-social`, `q'eqchi'`).
fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{301}' | '\u{303}' | '\u{308}');
    text.split(move |c| !inside(c)).filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 18] = [
    "sr", "sra", "srta", "dr", "dra", "lic", "licda", "ing", "prof", "profa", "art", "núm", "no", "pág", "tel", "ej",
    "p", "depto",
];

/// How many sentences a block of text has; at least one.
fn sentences(block: &str) -> usize {
    let mut ends = 0;
    let mut open = false;
    for (at, c) in block.char_indices() {
        if c.is_alphanumeric() {
            open = true;
        } else if open && matches!(c, '.' | '!' | '?' | '…') && ends_sentence(block, at, c) {
            ends += 1;
            open = false;
        }
    }
    ends + usize::from(open)
}

fn ends_sentence(block: &str, at: usize, mark: char) -> bool {
    let after = &block[at + mark.len_utf8()..];
    if after.starts_with(char::is_alphanumeric) {
        return false; // 3.5, e.g. an address
    }
    let next = after.chars().find(|c| c.is_alphanumeric() || matches!(c, '¿' | '¡' | '—'));
    let begins_anew = next.is_none_or(|c| c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric());
    let before = words(&block[..at]).last().unwrap_or_default().to_lowercase();
    begins_anew && !(mark == '.' && next.is_some() && ABBREVIATIONS.contains(&before.as_str()))
}

/// The syllables of one Spanish word; at least one.
///
/// By the spelling rules: a, e, o and an accented i or u beside one of them each make a syllable; an unaccented i or u joins
/// the vowel beside it, and i with u always make one (*cuídate*, *ciudad*); a silent h parts nothing (*prohibir* has two); the
/// u of *que, qui, gue, gui* is silent; y is a vowel at the end of a word, before a consonant and alone.
pub(crate) fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let mut count = 0;
    let mut cluster: Vec<char> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        match letter {
            'h' => {}
            'u' if before == Some('q') && after.is_some_and(is_vowel) => {}
            'u' if before == Some('g') && after.is_some_and(|c| matches!(c, 'e' | 'i' | 'é' | 'í')) => {}
            'y' if !after.is_some_and(is_vowel) => cluster.push('i'),
            vowel if is_vowel(*vowel) => cluster.push(*vowel),
            _ => count += nuclei(&std::mem::take(&mut cluster)),
        }
    }
    (count + nuclei(&cluster)).max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü' | 'ï')
}

/// How many syllables a run of vowels makes.
fn nuclei(cluster: &[char]) -> usize {
    let strong = |c: char| matches!(c, 'a' | 'e' | 'o' | 'á' | 'é' | 'ó');
    let close = |c: char| match c {
        'i' | 'í' | 'ï' => Some('i'),
        'u' | 'ú' | 'ü' => Some('u'),
        _ => None,
    };
    if cluster.is_empty() {
        return 0;
    }
    let neighbours =
        |at: usize| [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| cluster.get(at));
    // An accented i or u beside a strong vowel stands alone; beside the other weak one it is their common syllable's own.
    let own = |(at, c): (usize, &char)| strong(*c) || (matches!(c, 'í' | 'ú') && neighbours(at).any(|n| strong(*n)));
    let twice = cluster.windows(2).filter(|pair| close(pair[0]).is_some() && close(pair[0]) == close(pair[1])).count();
    cluster.iter().enumerate().filter(|pair| own(*pair)).count().max(1) + twice
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_syllables() {
        let rows = [
            (1, "y sol pie ley hoy muy buey guion fue Dios quien seis tren vio cruel PNC"),
            (
                2,
                "casa país ciudad leyes queso guía búho rehén ahí leer maya oír baúl aire niña señal Q'eqchi' aún raíz",
            ),
            (2, "prohibir cuidar huida ruido construí lluvia agua limpio miedo ahumar también K'iche'"),
            (3, "ahora oía alcohol cohete Paraguay pingüino ahínco cuídate guitarra poeta ahijado teatro María vacío"),
            (3, "hacíais abuelo deshielo vergüenza chiita prohibido Yolanda"),
            (
                4,
                "murciélago averigüéis vehículo indicador vivíamos cacahuete lingüística enfermera acordeón institución",
            ),
            (4, "lengüetazo psico-social"),
            (5, "aeropuerto psicología denunciábamos"),
            (7, "responsabilidades vulnerabilidades antiinflamatorio"),
        ];
        for (count, row) in rows {
            for word in row.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        for (count, text) in [
            (1, "Sin punto"),
            (1, "Con punto."),
            (2, "Una frase. Otra frase."),
            (1, "La Dra. Pérez llegó a las 3.30 p. m. con el informe"),
            (2, "¿Qué vio? Una señal."),
            (2, "«Son cosas de la edad.» La segunda piensa lo contrario"),
            (1, "Espere… y mire"),
            (1, "Uno; dos: tres"),
            (3, "Hoy. ¿Y mañana? 5 días."),
        ] {
            assert_eq!(sentences(text), count, "{text}");
        }
    }

    #[test]
    fn the_index_is_the_formula() {
        // 4 words, 1 + 2 + 2 + 1 syllables, 1 sentence.
        let expected = 206.835 - 62.3 * 6.0 / 4.0 - 4.0;
        assert!((reading_ease("La niña come pan.").unwrap() - expected).abs() < 1e-9);
        // A heading is a sentence of its own, and figures are left out: 1 + 4 words, 2 + 6 syllables, 2 sentences.
        let expected = 206.835 - 62.3 * 8.0 / 5.0 - 2.5;
        assert!((reading_ease("## Cena\n\nLa niña come 8 pan.").unwrap() - expected).abs() < 1e-9);
        assert_eq!(reading_ease("  \n\n 8"), None);
        // Written with combining accents it is the same text.
        assert_eq!(reading_ease("El pai\u{301}s."), reading_ease("El país."));
        assert_eq!(word_count("## Uno\n\n- dos tres\n- *q'eqchi'* 8"), 5);
    }
}
