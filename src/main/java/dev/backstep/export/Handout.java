package dev.backstep.export;

import dev.backstep.paint.Fonts;
import dev.backstep.paint.Glyphs;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A lesson on paper: a PDF whose words can be searched and selected, each stop on sheets of its
/// own.
public final class Handout {

    private final String title;
    private final HandoutFlow flow = new HandoutFlow();

    private Handout(String title) {
        this.title = title;
    }

    /// @param title of the document, at the foot of each sheet
    /// @param pages at least one
    public static Handout of(String title, List<HandoutPage> pages) {
        Handout handout = new Handout(title);
        pages.forEach(handout.flow::add);
        return handout;
    }

    /// Why it cannot be made: a letter that no font has; nothing if it can.
    public static Optional<Message> refusal(String title, List<HandoutPage> pages) {
        IntStream lacking =
                Stream.concat(
                                Stream.of(Glyphs.missing(title, Fonts.WORDS.at(1))),
                                pages.stream().map(HandoutPage::missing))
                        .flatMapToInt(OptionalInt::stream);
        return lacking.mapToObj(letter -> PictureLimits.lacking(letter, "lesson")).findFirst();
    }

    /// What is to be said of type that is too small; nothing if it is not.
    public Optional<Message> warning() {
        return PictureLimits.smallOnPaper(flow.smallestType(), Message.of("png.larger.handout"));
    }

    /// Writes it; the stream stays open.
    public void write(OutputStream to) throws IOException {
        Pdf.write(flow.drawings(title), title, to);
    }
}
