package dev.backstep.ui.files;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The dialogs of the platform that choose a file; each starts where it was left.
final class Choosers {

    private final Stage stage;
    private final Session session;

    Choosers(Stage stage, Session session) {
        this.stage = stage;
        this.session = session;
    }

    Optional<Path> open() {
        FileChooser chooser =
                chooser(
                        "open",
                        Texts.of("open.title"),
                        Texts.of("file.programs.lessons"),
                        "*.bs",
                        "*.md",
                        "*.onnx");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("file.all"), "*"));
        return chosen("open", chooser.showOpenDialog(stage));
    }

    /// A table of samples; at first beside the program.
    Optional<Path> table() {
        FileChooser chooser =
                chooser(
                        "data",
                        Texts.of("table.choose.title"),
                        Texts.of("table.kinds"),
                        "*.csv",
                        "*.tsv",
                        "*.CSV",
                        "*.TSV");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("file.all"), "*"));
        Path beside = session.state().folder().toAbsolutePath();
        if (chooser.getInitialDirectory() == null && Files.isDirectory(beside)) {
            chooser.setInitialDirectory(beside.toFile());
        }
        return chosen("data", chooser.showOpenDialog(stage));
    }

    Optional<Path> save() {
        return save(name(".bs"));
    }

    /// @param name what the program is to be called, unless another name is chosen
    Optional<Path> save(String name) {
        FileChooser chooser =
                chooser("save", Texts.of("save.title"), Texts.of("file.programs"), "*.bs");
        chooser.setInitialFileName(name);
        return chosen("save", chooser.showSaveDialog(stage)).flatMap(f -> named(f, ".bs"));
    }

    /// A file for a picture; the ending of its name is its format.
    Optional<Path> picture() {
        FileChooser chooser = chooser("export", Texts.of("export.title"), "PNG", "*.png");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("SVG", "*.svg"),
                        new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        return picture(chooser, ".png");
    }

    /// A file for all steps: an animation, or the name that pictures are numbered by.
    Optional<Path> film() {
        FileChooser chooser = chooser("export", Texts.of("export.film"), "GIF", "*.gif");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("PNG", "*.png"),
                        new FileChooser.ExtensionFilter("SVG", "*.svg"),
                        new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        return picture(chooser, ".gif");
    }

    private Optional<Path> picture(FileChooser chooser, String usual) {
        chooser.setInitialFileName(name(usual));
        Optional<Path> chosen = chosen("export", chooser.showSaveDialog(stage));
        String ending =
                Optional.ofNullable(chooser.getSelectedExtensionFilter())
                        .map(f -> f.getExtensions().getFirst().substring(1))
                        .orElse(usual);
        List<String> known =
                chooser.getExtensionFilters().stream()
                        .flatMap(f -> f.getExtensions().stream())
                        .map(pattern -> pattern.substring(1))
                        .toList();
        return chosen.flatMap(f -> named(f, ending, known));
    }

    Optional<Path> page() {
        FileChooser chooser = chooser("export", Texts.of("page.title"), "HTML", "*.html");
        chooser.setInitialFileName(name(".html"));
        return chosen("export", chooser.showSaveDialog(stage)).flatMap(f -> named(f, ".html"));
    }

    Optional<Path> csv() {
        FileChooser chooser = chooser("export", Texts.of("compare.csv"), "CSV", "*.csv");
        chooser.setInitialFileName(name(".csv"));
        return chosen("export", chooser.showSaveDialog(stage)).flatMap(f -> named(f, ".csv"));
    }

    /// A file for what other programs read.
    ///
    /// @param kind what the dialog calls it
    Optional<Path> script(String ending, String kind) {
        FileChooser chooser = chooser("export", kind, kind, "*" + ending);
        chooser.setInitialFileName(name(ending));
        return chosen("export", chooser.showSaveDialog(stage)).flatMap(f -> named(f, ending));
    }

    Optional<Path> text() {
        FileChooser chooser =
                chooser("result", Texts.of("quiz.save.title"), Texts.of("file.texts"), "*.txt");
        chooser.setInitialFileName(name(".txt"));
        return chosen("result", chooser.showSaveDialog(stage)).flatMap(f -> named(f, ".txt"));
    }

    private FileChooser chooser(String purpose, String title, String kind, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        Path folder = session.state().desk().folders().get(purpose);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private Optional<Path> chosen(String purpose, @Nullable File file) {
        Optional<Path> path = Optional.ofNullable(file).map(File::toPath);
        path.map(Path::getParent)
                .ifPresent(f -> session.dispatch(new Action.UseFolder(purpose, f)));
        return path;
    }

    private String name(String ending) {
        return session.state()
                        .origin()
                        .name()
                        .map(name -> name.replaceFirst("\\.[^.]*$", ""))
                        .orElse(Texts.of("untitled"))
                + ending;
    }

    private Optional<Path> named(Path chosen, String ending) {
        return named(chosen, ending, List.of(ending));
    }

    /// With its ending. Where the user left that to us, the dialog has not asked whether the file
    /// may be replaced.
    private Optional<Path> named(Path chosen, String ending, List<String> known) {
        Path file = with(chosen, ending, known);
        return file.equals(chosen) || mayReplace(List.of(file))
                ? Optional.of(file)
                : Optional.empty();
    }

    /// Asks whether those of the files that are there already may be replaced.
    ///
    /// @return whether all may be written
    boolean mayReplace(List<Path> files) {
        List<Path> there = files.stream().filter(Files::exists).toList();
        if (there.isEmpty()) {
            return true;
        }
        Message name = Unwritten.name(there.getFirst());
        Message asked =
                there.size() == 1
                        ? Message.of("file.replace").with("file", name)
                        : Message.of("file.replace.several")
                                .with("file", name)
                                .with("count", there.size());
        Alert question =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        Texts.of(asked),
                        ButtonType.OK,
                        ButtonType.CANCEL);
        question.initOwner(stage);
        question.setHeaderText(null);
        question.setGraphic(null);
        return question.showAndWait().filter(ButtonType.OK::equals).isPresent();
    }

    /// A name whose ending says what the file is stands as it is; any other gets one, for its dot
    /// may be that of a number.
    static Path with(Path file, String ending, List<String> known) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        String small = name.toLowerCase(Locale.ROOT);
        return known.stream().anyMatch(small::endsWith) ? file : file.resolveSibling(name + ending);
    }
}
