package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/// The pictures of a page, one a step. A piece that a step shares with one before it is drawn once.
final class PagePictures {

    private static final Picture LIGHT = plain(Theme.LIGHT);
    private static final Picture DARK = plain(Theme.DARK);

    private final SharedSvg svg = new SharedSvg();
    private final Map<Object, int[]> drawn = new HashMap<>();
    private final List<int[]> all = new ArrayList<>();
    private Size size = new Size(0, 0);
    private long shapes;

    private static Picture plain(Theme theme) {
        Picture plain = Picture.of(theme, 1);
        return new Picture(theme, 1, plain.width(), true, "", "", List.of(), plain.language());
    }

    /// Adds the picture of the next step.
    void add(Diagram diagram) {
        Sheet light = Png.sheet(diagram, LIGHT);
        Size units = light.size();
        size = new Size(Math.ceil(units.width()), Math.ceil(units.height()));
        List<Sheet.Piece> bright = light.pieces();
        List<Sheet.Piece> dim = Png.sheet(diagram, DARK).pieces();
        IntStream.Builder picture = IntStream.builder();
        for (int i = 0; i < bright.size(); i++) {
            int[] known = drawn.get(bright.get(i).key());
            if (known == null) {
                known = svg.add(root(bright.get(i)), root(dim.get(i)));
                drawn.put(bright.get(i).key(), known);
            }
            IntStream.of(known).forEach(picture::add);
        }
        int[] pieces = picture.build().toArray();
        all.add(pieces);
        shapes += pieces.length;
    }

    private Element root(Sheet.Piece piece) {
        return Svg.root(
                new Drawing(
                        size,
                        false,
                        g -> {
                            FormulaPainter.smooth(g);
                            piece.paint().accept(g);
                        }));
    }

    SharedSvg svg() {
        return svg;
    }

    /// The pictures so far, each the numbers of its shapes in the order of drawing.
    List<int[]> all() {
        return all;
    }

    /// How many shapes they have together.
    long shapes() {
        return shapes;
    }

    /// What an `svg` says of its size.
    String box() {
        return "0 0 " + (long) size.width() + " " + (long) size.height();
    }
}
