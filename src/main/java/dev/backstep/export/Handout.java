package dev.backstep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A lesson on paper: a PDF whose words can be searched and selected, each stop on sheets of its
/// own.
public final class Handout {

    private Handout() {}

    /// Writes it; the stream stays open.
    ///
    /// @param title of the document, at the foot of each sheet
    /// @param pages at least one
    public static void write(String title, List<HandoutPage> pages, OutputStream to)
            throws IOException {
        HandoutFlow flow = new HandoutFlow();
        pages.forEach(flow::add);
        Pdf.write(flow.drawings(title), title, to);
    }
}
