package dev.backstep.export;

import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// A stream that takes no more than so many bytes.
final class BoundedOutput extends OutputStream {

    private final OutputStream to;
    private final long most;
    private final String refusal;
    private long written;

    /// @param refusal the key of a sentence about `most` megabytes
    BoundedOutput(OutputStream to, long most, String refusal) {
        this.to = to;
        this.most = most;
        this.refusal = refusal;
    }

    @Override
    public void write(int b) throws IOException {
        count(1);
        to.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        count(length);
        to.write(bytes, from, length);
    }

    /// @throws Refusal if that is too many
    private void count(int more) {
        written += more;
        if (written > most) {
            String megabytes = String.format(Locale.ROOT, "%,d", most / 1_000_000);
            throw new Refusal(Message.of(refusal).with("most", megabytes));
        }
    }
}
