package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Size;
import dev.backstep.layout.StepDiagrams;
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

    private final StepSheets light;
    private final StepSheets dark;
    private final SharedSvg svg = new SharedSvg();
    private final Map<Object, int[]> drawn = new HashMap<>();
    private final List<int[]> all = new ArrayList<>();
    private Size size = new Size(0, 0);
    private long shapes;

    PagePictures(PageLook look, StepDiagrams steps) {
        this.light = StepSheets.of(steps, picture(look, look.light()));
        this.dark = new StepSheets(steps, picture(look, look.dark()), light.signs());
    }

    private static Picture picture(PageLook look, Theme theme) {
        return Picture.of(theme, 1)
                .withTransparent(true)
                .withLegend(look.legend(), look.conventions());
    }

    /// Adds the picture of a step, after those of the steps before it.
    void add(int step) {
        Sheet sheet = light.at(step);
        Size units = sheet.size();
        size = new Size(Math.ceil(units.width()), Math.ceil(units.height()));
        List<Sheet.Piece> bright = sheet.pieces();
        List<Sheet.Piece> dim = dark.at(step).pieces();
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
