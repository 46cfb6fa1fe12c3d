package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.paint.FormulaPainter;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pictures of all steps in pixels, one after the other in one image: from step to step, only
/// that is painted anew which differs. Every pixel is that of the picture drawn whole, since what
/// is painted anew is painted from the paper up, in the same order.
///
/// It belongs to one thread.
final class Film {

    /// Pixels beyond a piece that smoothing may colour.
    private static final int SMOOTHED = 2;

    private final StepSheets sheets;
    private final double scale;
    private final BufferedImage paper;
    private final BufferedImage work;
    private final BufferedImage image;
    private List<Sheet.Piece> before = List.of();

    Film(StepSheets sheets) {
        this.sheets = sheets;
        Sheet first = sheets.at(0);
        this.scale = Png.scale(sheets.picture(), first.size());
        Png.PixelSize pixels = Png.pixels(first.size(), sheets.picture());
        this.paper = Png.paper(pixels, sheets.picture());
        paint(paper, first.pieces().stream().filter(Sheet.Piece::isPaper).toList());
        this.work = Png.paper(pixels, sheets.picture());
        this.image = Png.paper(pixels, sheets.picture());
    }

    int size() {
        return sheets.size();
    }

    /// What [#show] has shown; the next step changes it.
    BufferedImage image() {
        return image;
    }

    /// Shows a step in the image.
    ///
    /// @return where it may differ from what was there before; nowhere if it does not
    List<Rectangle> show(int step) {
        List<Sheet.Piece> now =
                sheets.at(step).pieces().stream().filter(p -> !p.isPaper()).toList();
        List<Rectangle> changed = before.isEmpty() ? List.of(all()) : changes(before, now);
        before = now;
        copy(paper, work, changed);
        paint(work, now.stream().filter(p -> touches(p, changed)).toList());
        copy(work, image, changed);
        return changed;
    }

    private Rectangle all() {
        return new Rectangle(0, 0, image.getWidth(), image.getHeight());
    }

    private List<Rectangle> changes(List<Sheet.Piece> before, List<Sheet.Piece> now) {
        Set<Object> old = keys(before);
        Set<Object> present = keys(now);
        List<Sheet.Piece> kept = before.stream().filter(p -> present.contains(p.key())).toList();
        List<Sheet.Piece> stays = now.stream().filter(p -> old.contains(p.key())).toList();
        if (!order(kept).equals(order(stays))) {
            return List.of(all());
        }
        List<Rectangle> changes = new ArrayList<>();
        before.stream().filter(p -> !present.contains(p.key())).forEach(p -> add(p, changes));
        now.stream().filter(p -> !old.contains(p.key())).forEach(p -> add(p, changes));
        return changes;
    }

    private static Set<Object> keys(Collection<Sheet.Piece> pieces) {
        Set<Object> keys = new HashSet<>();
        pieces.forEach(p -> keys.add(p.key()));
        return keys;
    }

    private static List<Object> order(List<Sheet.Piece> pieces) {
        return pieces.stream().map(Sheet.Piece::key).toList();
    }

    private void add(Sheet.Piece piece, List<Rectangle> to) {
        Rectangle seen = pixels(piece).intersection(all());
        if (!seen.isEmpty() && to.stream().noneMatch(r -> r.contains(seen))) {
            to.removeIf(seen::contains);
            to.add(seen);
        }
    }

    private boolean touches(Sheet.Piece piece, List<Rectangle> places) {
        Rectangle own = pixels(piece);
        return places.stream().anyMatch(own::intersects);
    }

    private Rectangle pixels(Sheet.Piece piece) {
        Box box = piece.extent();
        int left = (int) Math.floor(box.x() * scale) - SMOOTHED;
        int top = (int) Math.floor(box.y() * scale) - SMOOTHED;
        int right = (int) Math.ceil(box.right() * scale) + SMOOTHED;
        int bottom = (int) Math.ceil(box.bottom() * scale) + SMOOTHED;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private void paint(BufferedImage on, List<Sheet.Piece> pieces) {
        Graphics2D g = on.createGraphics();
        FormulaPainter.smooth(g);
        g.scale(scale, scale);
        pieces.forEach(p -> p.paint().accept(g));
        g.dispose();
    }

    private static void copy(BufferedImage from, BufferedImage to, List<Rectangle> places) {
        Graphics2D g = to.createGraphics();
        g.setComposite(AlphaComposite.Src);
        for (Rectangle r : places) {
            g.drawImage(from.getSubimage(r.x, r.y, r.width, r.height), r.x, r.y, null);
        }
        g.dispose();
    }
}
