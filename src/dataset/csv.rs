//! Comma-separated bytes into rows of fields, each with the physical line it begins on.
//!
//! Quotes, doubled quotes, line ends inside quotes, CRLF and a byte order mark are handled; blank lines are skipped.
//! Whether a row has as many fields as the header is for the caller to say.

use csv_core::{ReadRecordResult, Reader};

/// A row of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of the file it begins on, counted from 1.
    pub line: u32,
    text: String,
    ends: Vec<usize>,
}

impl Row {
    /// How many fields the row has.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// The field at a position counted from 0; empty where the row is shorter.
    pub fn get(&self, position: usize) -> &str {
        let start = if position == 0 { Some(&0) } else { self.ends.get(position - 1) };
        let place = start.zip(self.ends.get(position));
        place.and_then(|(start, end)| self.text.get(*start..*end)).unwrap_or_default()
    }

    /// The fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.width()).map(|position| self.get(position))
    }
}

/// The file is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// The line of the first byte that is not text.
    pub line: u32,
}

fn line_ends(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads all rows, the header among them.
///
/// # Errors
/// When the bytes are not UTF-8.
pub fn rows(bytes: &[u8]) -> Result<Vec<Row>, NotText> {
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(NotText { line: 1 + line_ends(&bytes[..error.valid_up_to()]) });
    }
    let mut input = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = Reader::new();
    let mut rows = Vec::new();
    let mut line = 1;
    // No record is longer than the file, so this buffer never fills.
    let mut text = vec![0; input.len() + 1];
    let mut ends = vec![0; 64];
    loop {
        let blank = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += line_ends(&input[..blank]);
        input = &input[blank..];
        let (start, mut written, mut fields) = (line, 0, 0);
        loop {
            let (result, read, wrote, ended) =
                reader.read_record(input, &mut text[written..], &mut ends[fields..]);
            line += line_ends(&input[..read]);
            input = &input[read..];
            written += wrote;
            fields += ended;
            match result {
                // All input is at hand, so an empty one asks for the last record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => text.resize(text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(rows),
            }
        }
        // Fields end at ASCII bytes, so what was text before is text still.
        let text = std::str::from_utf8(&text[..written]).unwrap_or_default().to_string();
        rows.push(Row { line: start, text, ends: ends[..fields].to_vec() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &[u8]) -> Vec<(u32, Vec<String>)> {
        let rows = rows(text).expect("text");
        rows.iter().map(|row| (row.line, row.fields().map(String::from).collect())).collect()
    }

    fn row(line: u32, fields: &[&str]) -> (u32, Vec<String>) {
        (line, fields.iter().map(|field| String::from(*field)).collect())
    }

    #[test]
    fn lines_are_counted_through_quotes_blanks_and_crlf() {
        let text = "\u{feff}a,b\r\n\r\n1,\"x\r\ny \"\"z\"\"\"\r\n,\r\n\n超,5";
        let expected =
            [row(1, &["a", "b"]), row(3, &["1", "x\r\ny \"z\""]), row(5, &["", ""]), row(7, &["超", "5"])];
        assert_eq!(plain(text.as_bytes()), expected);
    }

    #[test]
    fn a_row_may_have_any_width() {
        let wide = vec!["1"; 200].join(",");
        let read = rows(wide.as_bytes()).expect("text");
        assert_eq!((read.len(), read[0].width(), read[0].get(199), read[0].get(200)), (1, 200, "1", ""));
    }

    #[test]
    fn nothing_is_no_rows_and_other_encodings_are_refused() {
        assert_eq!(plain(b""), []);
        assert_eq!(plain(b"\n\r\n"), []);
        assert_eq!(rows(b"a\nb\n\xb3\xac"), Err(NotText { line: 3 }));
    }
}
