package dev.backstep.ui.kit;

import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;

/// A formula in the window; a right click offers to copy it as TeX.
public final class FormulaView extends Region {

    private final Pixels pixels = new Pixels();
    private final boolean display;
    private final double size;
    private ColorRole ink;
    private String tex = "";
    private Theme theme = Theme.LIGHT;
    private double scale;
    private double widest = Double.MAX_VALUE;
    private double highest = Double.MAX_VALUE;
    private double letters;
    private Size room = new Size(0, 0);
    private boolean stale;

    /// @param size the height of its letters, in points of the window
    public FormulaView(double size, ColorRole ink) {
        this(size, ink, false);
    }

    /// A formula set with room, as on a line of its own: fractions are large.
    public static FormulaView display(double size, ColorRole ink) {
        return new FormulaView(size, ink, true);
    }

    private FormulaView(double size, ColorRole ink, boolean display) {
        this.display = display;
        this.size = size;
        this.ink = ink;
        getChildren().add(pixels.view());
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnContextMenuRequested(this::offer);
        sceneProperty().addListener((_, _, _) -> setNeedsLayout(true));
        change();
    }

    /// Offers to copy the formula as TeX.
    private void offer(ContextMenuEvent asked) {
        if (tex.isEmpty()) {
            return;
        }
        menu(tex).show(this, asked.getScreenX(), asked.getScreenY());
        asked.consume();
    }

    /// What a right click on a formula offers: to copy it as TeX.
    public static ContextMenu menu(String tex) {
        MenuItem copy = new MenuItem(Texts.of("formula.copy"));
        copy.setOnAction(_ -> copy(tex));
        return new ContextMenu(copy);
    }

    /// Puts a formula on the clipboard.
    public static void copy(String tex) {
        ClipboardContent content = new ClipboardContent();
        content.putString(tex);
        Clipboard.getSystemClipboard().setContent(content);
    }

    public void show(String formula, Theme colours) {
        show(formula, colours, ink);
    }

    /// Shows the same formula in other colours.
    public void recolor(Theme colours) {
        show(tex, colours);
    }

    /// Shows a formula in another colour than before.
    public void show(String formula, Theme colours, ColorRole role) {
        if (formula.equals(tex) && colours == theme && role == ink) {
            return;
        }
        tex = formula;
        theme = colours;
        ink = role;
        setAccessibleText(formula);
        change();
    }

    /// Never wider than this: a longer formula is drawn smaller.
    public void limit(double width) {
        limit(width, highest);
    }

    /// Never wider nor higher than this.
    public void limit(double width, double height) {
        if (width != widest || height != highest) {
            widest = width;
            highest = height;
            change();
        }
    }

    /// So that a formula in a line of words stands on it.
    @Override
    public double getBaselineOffset() {
        return FormulaPainter.ascent(tex, letters, display);
    }

    /// The height of its letters as it is drawn, in points of the window.
    public double letters() {
        return letters;
    }

    private double scale() {
        return Enlarged.pixels(this);
    }

    /// Takes its room at once, but is painted when it is laid out: once a frame, however often it
    /// changes meanwhile.
    private void change() {
        Size full = measure(size);
        double fits =
                Math.min(widest / Math.max(1, full.width()), highest / Math.max(1, full.height()));
        letters = size * Math.min(1, fits);
        room = letters == size ? full : measure(letters);
        setPrefSize(room.width(), room.height());
        stale = true;
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        if (stale || scale != scale()) {
            paint();
        }
    }

    private void paint() {
        stale = false;
        scale = scale();
        pixels.paint(
                room.width(),
                room.height(),
                scale,
                Pixels.PaintTransform.WINDOW,
                g -> {
                    FormulaPainter.smooth(g);
                    if (display) {
                        FormulaPainter.drawDisplay(g, tex, 0, 0, letters, theme.color(ink));
                    } else {
                        FormulaPainter.draw(g, tex, 0, 0, letters, theme.color(ink));
                    }
                });
    }

    private Size measure(double height) {
        return display
                ? FormulaPainter.measureDisplay(tex, height)
                : FormulaPainter.measure(tex, height);
    }
}
