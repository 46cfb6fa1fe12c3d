package dev.backstep.ui.calculus;

import dev.backstep.calculus.ModeCosts;
import dev.backstep.calculus.RuleTex;
import dev.backstep.explain.Formulas;
import dev.backstep.graph.Op;
import dev.backstep.paint.ColorRole;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Forward mode beside reverse mode on the graph at hand: what each finds in one pass, and what all
/// passes cost.
final class ModesPane extends VBox {

    /// More elements of a leaf are not offered.
    private static final int ELEMENTS = 200;

    /// More nodes are not listed.
    private static final int ROWS = 40;

    private final LeafChoice choice;
    private final ComboBox<Integer> element = new ComboBox<>();
    private final VBox body = new VBox(12);
    private int at;
    private Shape of = new Shape(1, 1);
    private boolean showing;
    private ShownProgram program;
    private ShownSheet shown;

    ModesPane(ShownProgram program, ShownSheet shown) {
        super(14);
        this.program = program;
        this.shown = shown;
        element.setAccessibleText(Texts.of("modes.element"));
        element.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer k) {
                        return k == null ? "" : index(k);
                    }

                    @Override
                    public @Nullable Integer fromString(String text) {
                        return null;
                    }
                });
        element.setOnAction(
                _ -> {
                    Integer now = element.getValue();
                    if (!showing && now != null) {
                        at = now;
                        fill();
                    }
                });
        this.choice = new LeafChoice(program, "modes.along", "modes.leaf", this::choose);
        choice.getChildren().add(element);
        getChildren().addAll(choice, body);
    }

    void show(ShownProgram changed, ShownSheet now) {
        program = changed;
        shown = now;
        fill();
    }

    /// `[1, 0]`, as the language counts.
    private String index(int k) {
        int row = k / of.cols();
        int col = k % of.cols();
        return of.isScalar() ? "" : new Op.Slice(row, row + 1, col, col + 1).index(of);
    }

    private void choose() {
        at = 0;
        fill();
    }

    private void fill() {
        Walkthrough w = shown.walkthrough();
        OptionalInt chosen = choice.show(program, w);
        if (chosen.isEmpty()) {
            body.getChildren().setAll(SheetTexts.told(Texts.of("sheet.no.leaf")));
            return;
        }
        int node = chosen.getAsInt();
        int size = (int) w.graph().node(node).shape().size();
        at = Math.min(at, size - 1);
        of = w.graph().node(node).shape();
        showing = true;
        element.getItems().setAll(IntStream.range(0, Math.min(ELEMENTS, size)).boxed().toList());
        element.setValue(at);
        element.setVisible(size > 1);
        showing = false;
        ModeCosts.Pass pass = ModeCosts.pass(w, node, at);
        body.getChildren().setAll(costs(w, pass), table(w, pass));
        if (pass.rows().size() > ROWS) {
            body.getChildren()
                    .add(
                            SheetTexts.hint(
                                    Texts.of(
                                            Message.of("modes.more")
                                                    .with("n", pass.rows().size() - ROWS))));
        }
    }

    private VBox costs(Walkthrough w, ModeCosts.Pass pass) {
        ModeCosts costs = ModeCosts.of(w);
        GridPane grid = new GridPane();
        grid.setHgap(28);
        grid.setVgap(6);
        grid.addRow(
                0,
                new Label(),
                head("modes.passes"),
                head("modes.one"),
                head("modes.multiplications"));
        grid.addRow(
                1,
                named("modes.forward", "value"),
                number(BigInteger.valueOf(costs.inputs())),
                number(BigInteger.valueOf(pass.multiplications())),
                number(costs.forward()));
        grid.addRow(
                2,
                named("modes.reverse", "upstream"),
                number(BigInteger.ONE),
                number(BigInteger.valueOf(costs.backward())),
                number(BigInteger.valueOf(costs.backward())));
        return new VBox(
                12,
                SheetTexts.told(
                        Texts.of(
                                Message.of("modes.told")
                                        .with(
                                                "n",
                                                BarsView.count(BigInteger.valueOf(costs.inputs())))
                                        .with("loss", shown.words(w.output())))),
                grid,
                SheetTexts.hint(Texts.of("paths.counted")));
    }

    private static Label head(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label named(String key, String style) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add(style);
        return label;
    }

    private static Label number(BigInteger n) {
        Label label = new Label(BarsView.count(n));
        label.getStyleClass().add("mono");
        return label;
    }

    /// A row for each node: its value, what forward mode carries along, what reverse mode finds.
    private GridPane table(Walkthrough w, ModeCosts.Pass pass) {
        GridPane grid = new GridPane();
        grid.setHgap(30);
        grid.setVgap(7);
        String x = RuleTex.element(w, pass.leaf(), pass.element());
        grid.addRow(
                0,
                head("modes.node"),
                head("modes.value"),
                named("modes.tangent", "value"),
                named("modes.gradient", "upstream"));
        List<ModeCosts.Row> rows = pass.rows().subList(0, Math.min(ROWS, pass.rows().size()));
        for (int k = 0; k < rows.size(); k++) {
            ModeCosts.Row row = rows.get(k);
            String label = shown.tex(row.node());
            grid.addRow(
                    k + 1,
                    formula(label, ColorRole.INK),
                    plain(row.value(), "muted"),
                    told(Formulas.partial(label, x), row.tangent(), ColorRole.VALUE, "value"),
                    w.gradient(row.node())
                            .map(
                                    g ->
                                            told(
                                                    Formulas.partial(shown.output(), label),
                                                    g,
                                                    ColorRole.UPSTREAM,
                                                    "upstream"))
                            .orElseGet(HBox::new));
        }
        return grid;
    }

    private HBox told(String tex, Tensor value, ColorRole ink, String style) {
        HBox box = new HBox(6, formula(tex + " =", ink), plain(value, style));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private FormulaView formula(String tex, ColorRole ink) {
        FormulaView view = new FormulaView(16, ink);
        view.show(tex, shown.theme());
        return view;
    }

    private Label plain(Tensor value, String style) {
        Label label = new Label(shown.numbers().plain(value));
        label.getStyleClass().addAll("mono", style);
        return label;
    }
}
