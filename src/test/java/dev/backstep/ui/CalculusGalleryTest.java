package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the sheets on the mathematics of a program, to look at, in `target/gallery`.
class CalculusGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void open(String text, ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.ToEnd());
    }

    private static String sample(String file) {
        return new SampleProgram(file).text();
    }

    private void jacobian(String of, String by) throws Exception {
        int first = at.node(of);
        int second = at.node(by);
        at.on(
                () -> {
                    at.window().explore().sheet().open(first, second);
                    return true;
                });
        at.pulse();
    }

    private void sheet(Topic topic) throws Exception {
        at.on(
                () -> {
                    at.window().explore().openSheet(topic);
                    return true;
                });
        at.await(
                () ->
                        !WindowHarness.texts(at.one(".calculus-sheet"))
                                .contains(Texts.of("paths.working")));
        at.pulse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void jacobians(ThemeChoice colours) throws Exception {
        open(sample("07-jacobian.bs"), colours);
        jacobian("z", "x");
        shots.take("jacobian-vector");
        open(sample("08-jacobian-tensor.bs"), colours);
        jacobian("z", "x");
        shots.take("jacobian-blocks");
        jacobian("z", "w");
        shots.take("jacobian-blocks-w");
        open(sample("15-softmax-ce-5.bs"), colours);
        jacobian("unfused", "z");
        shots.take("jacobian-labels");
        jacobian("yhat", "z");
        shots.take("jacobian-softmax");
        open(sample("10-elementwise.bs"), colours);
        jacobian("z", "x");
        shots.take("jacobian-diagonal");
        open(sample("13-mlp-3-layers.bs"), colours);
        jacobian("L", "Z1");
        shots.take("jacobian-mlp");
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> Texts.of("program").equals("程序"));
        jacobian("Z2", "W1");
        shots.take("jacobian-chinese");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void costs(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours);
        sheet(Topic.PATHS);
        shots.take("paths-sheet");
        sheet(Topic.MODES);
        shots.take("modes");
        sheet(Topic.KEPT);
        shots.take("kept");
        open(sample("13-mlp-3-layers.bs"), colours);
        sheet(Topic.PATHS);
        shots.take("paths-sheet-mlp");
        sheet(Topic.MODES);
        shots.take("modes-mlp");
        sheet(Topic.KEPT);
        shots.take("kept-mlp");
    }

    /// What the inspector itself shows: the sums of a cross-entropy, and the products that fit.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void in_the_inspector(ThemeChoice colours) throws Exception {
        open(sample("01-cross-entropy.bs"), colours);
        at.dispatch(new Action.ToStart());
        shots.take("ce-written-out");
        open(sample("09-matmul.bs"), colours);
        at.on(
                () -> {
                    ((Hyperlink) at.all(n -> asksForProducts(n)).findFirst().orElseThrow()).fire();
                    return true;
                });
        shots.take("products");
        open(
                "W = [1, 2; 3, 4]\nX = [1, 0; 2, 1]\nZ = W @ X\nloss L = dot(Z, [1, 0; 1, 1])\n",
                colours);
        jacobian("Z", "X");
        shots.take("products-square");
        open(sample("02-expression-swell.bs"), colours);
        sheet(Topic.PATHS);
        shots.take("paths-sheet-swell");
    }

    /// Each part of the mathematics of the lecture, where there is least room for it.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void in_a_small_window(ThemeChoice colours) throws Exception {
        open(sample("01-cross-entropy.bs"), colours);
        at.resize(1280, 720);
        at.dispatch(new Action.ToStart());
        shots.take("ce-1280");
        at.replace(sample("08-jacobian-tensor.bs"));
        jacobian("z", "x");
        shots.take("jacobian-blocks-1280");
        at.replace(sample("15-softmax-ce-5.bs"));
        jacobian("unfused", "z");
        shots.take("fused-1280");
        at.replace(sample("02-expression-swell.bs"));
        sheet(Topic.PATHS);
        shots.take("paths-sheet-swell-1280");
        at.replace(sample("13-mlp-3-layers.bs"));
        sheet(Topic.MODES);
        shots.take("modes-mlp-1280");
        sheet(Topic.KEPT);
        shots.take("kept-mlp-1280");
        sheet(Topic.PATHS);
        shots.take("paths-sheet-mlp-1280");
        at.replace(sample("33-newton.bs"));
        at.on(
                () -> {
                    at.window().explore().sheet().close();
                    return true;
                });
        at.dispatch(new Action.ToEnd());
        shots.take("newton-1280");
    }

    private static boolean asksForProducts(Node node) {
        return node instanceof Hyperlink link
                && Texts.of("inspector.products").equals(link.getText());
    }
}
