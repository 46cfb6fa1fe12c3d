package dev.backstep.data;

import dev.backstep.text.Message;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// The characters of a file, of which one row may take only so many: a row is held as a whole and
/// each of its fields as a text, twenty bytes a character.
final class CsvRows extends FilterReader {

    private static final int MAX_ROW = 2_000_000;

    private int taken;

    CsvRows(Reader in) {
        super(in);
    }

    /// A row is at its end; the next one is counted anew.
    void next() {
        taken = 0;
    }

    /// @throws CsvRefusal where the row goes on for too long
    @Override
    public int read(char[] to, int from, int length) throws IOException {
        if (taken > MAX_ROW) {
            throw new CsvRefusal(Message.of("csv.row.long"), Message.EMPTY);
        }
        int read = super.read(to, from, length);
        taken += Math.max(0, read);
        return read;
    }
}
