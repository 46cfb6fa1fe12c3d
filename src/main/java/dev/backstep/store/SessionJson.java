package dev.backstep.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Point;
import dev.backstep.session.Bounds;
import dev.backstep.session.Document;
import dev.backstep.session.DocumentOrigin;
import dev.backstep.session.Fingerprint;
import dev.backstep.session.LessonSource;
import dev.backstep.session.LineEnd;
import dev.backstep.session.OnDisk;
import dev.backstep.session.Panels;
import dev.backstep.session.Preferences;
import dev.backstep.session.Trained;
import dev.backstep.session.View;
import dev.backstep.session.Workspace;
import dev.backstep.story.Story;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A snapshot as JSON. Reading trusts nothing: a field that is missing or makes no sense has its
/// usual value.
final class SessionJson {

    static final int VERSION = 1;

    /// A longer text is not remembered: it is no program any more.
    static final int MAX_TEXT = 4_000_000;

    private static final int MAX_STRING = 4_096;
    private static final int MAX_FOLDERS = 20;
    private static final int MAX_GROUPS = 1_000;

    private SessionJson() {}

    static ObjectNode write(SessionSnapshot s) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        DocumentOrigin origin = s.origin();
        origin.file().ifPresent(f -> json.put("file", f.toString()));
        origin.title().ifPresent(t -> json.put("title", t));
        json.put("modified", s.modified()).put("lineEnd", word(origin.lineEnd()));
        if (s.document().text().length() <= MAX_TEXT) {
            json.put("text", s.document().text());
        }
        json.put("held", origin.disk().held().map(Fingerprint::hex).orElse(""));
        origin.disk().saving().ifPresent(f -> json.put("saving", f.toString()));
        ObjectNode pins = json.putObject("pins");
        s.document().pins().forEach((key, at) -> pins.putArray(key).add(at.x()).add(at.y()));
        s.lesson().ifPresent(l -> json.put("lesson", l.id()));
        write(s.view(), json.putObject("view"));
        write(s.desk(), json);
        return json;
    }

    private static void write(View v, ObjectNode json) {
        json.put("mode", word(v.mode()));
        json.put("step", v.step()).put("grain", word(v.grain())).put("speed", v.speed());
        write(v.preferences(), json);
        json.put("arrangement", word(v.arrangement()));
        v.detail().ifPresent(d -> write(d, json.putObject("detail")));
        Panels p = v.panels();
        json.put("left", p.left()).put("right", p.right());
        json.put("leftShown", p.leftShown()).put("rightShown", p.rightShown());
    }

    private static void write(Detail detail, ObjectNode json) {
        json.put("level", detail.level().word());
        ArrayNode folded = json.putArray("folded");
        detail.folded().stream().sorted().forEach(folded::add);
        ArrayNode opened = json.putArray("opened");
        detail.opened().stream().sorted().forEach(opened::add);
    }

    private static Optional<Detail> detail(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        Detail detail = Detail.of(chosen(json.path("level"), Detail.Level.OPERATIONS));
        for (String name : names(json.path("folded"))) {
            detail = detail.fold(name);
        }
        for (String name : names(json.path("opened"))) {
            detail = detail.open(name);
        }
        return Optional.of(detail);
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.forEach(
                name -> {
                    String text = name.asText("");
                    boolean sane = !text.isEmpty() && text.length() <= MAX_STRING;
                    if (sane && names.size() < MAX_GROUPS) {
                        names.add(text);
                    }
                });
        return names;
    }

    private static void write(Preferences p, ObjectNode json) {
        json.put("language", word(p.language())).put("theme", word(p.theme()));
        json.put("digits", p.digits()).put("motion", p.motion());
        json.put("textSize", p.textSize()).put("literals", p.literals());
    }

    private static void write(Workspace desk, ObjectNode json) {
        desk.trained()
                .ifPresent(
                        t ->
                                json.putObject("trained")
                                        .put("program", t.program().hex())
                                        .put("state", t.state()));
        var recent = json.putArray("recent");
        desk.recent().forEach(f -> recent.add(f.toString()));
        ObjectNode folders = json.putObject("folders");
        desk.folders().forEach((purpose, folder) -> folders.put(purpose, folder.toString()));
        LessonsJson.write(desk.lessons(), json.putObject("lessons"));
        desk.window()
                .ifPresent(
                        b ->
                                json.putObject("window")
                                        .put("x", b.x())
                                        .put("y", b.y())
                                        .put("width", b.width())
                                        .put("height", b.height())
                                        .put("maximized", b.maximized()));
    }

    /// The snapshot, or nothing where this is none, or one of a later version.
    static Optional<SessionSnapshot> read(JsonNode json) {
        JsonNode version = json.path("version");
        if (!json.isObject() || !version.isInt() || version.intValue() != VERSION) {
            return Optional.empty();
        }
        Optional<Path> file = path(json.path("file"));
        Document document = new Document(text(json.path("text")), pins(json.path("pins")));
        boolean modified = json.path("modified").asBoolean(false) && json.path("text").isTextual();
        OnDisk disk =
                OnDisk.holding(held(json, document, modified)).saving(path(json.path("saving")));
        LineEnd lineEnd = chosen(json.path("lineEnd"), LineEnd.LF);
        DocumentOrigin origin =
                new DocumentOrigin(file, title(json.path("title")), lineEnd, 0, disk);
        return Optional.of(
                new SessionSnapshot(
                        document,
                        view(json.path("view")),
                        origin,
                        desk(json),
                        modified,
                        LessonSource.of(json.path("lesson").asText(""))));
    }

    /// What was saved. Older sessions know it only of a text in no file, or of one just saved.
    private static Optional<Fingerprint> held(JsonNode json, Document document, boolean modified) {
        if (!modified) {
            return Optional.of(Fingerprint.of(document.text()));
        }
        return json.path("held").isTextual()
                ? Fingerprint.parse(json.path("held").textValue())
                : Optional.of(json.path("saved"))
                        .filter(JsonNode::isTextual)
                        .map(saved -> Fingerprint.of(text(saved)));
    }

    private static Optional<String> title(JsonNode json) {
        return Optional.ofNullable(json.textValue())
                .filter(t -> !t.isBlank() && t.length() <= MAX_STRING);
    }

    private static View view(JsonNode json) {
        View start = View.START;
        Panels panels =
                new Panels(
                        json.path("left").asDouble(Double.NaN),
                        json.path("right").asDouble(Double.NaN),
                        json.path("leftShown").asBoolean(true),
                        json.path("rightShown").asBoolean(true));
        return new View(
                chosen(json.path("mode"), start.mode()),
                json.path("step").asInt(0),
                chosen(json.path("grain"), Story.Grain.NODES),
                OptionalInt.empty(),
                json.path("speed").asDouble(start.speed()),
                panels,
                preferences(json),
                detail(json.path("detail")),
                chosen(json.path("arrangement"), start.arrangement()));
    }

    private static Preferences preferences(JsonNode json) {
        Preferences start = Preferences.START;
        return new Preferences(
                chosen(json.path("language"), start.language()),
                chosen(json.path("theme"), start.theme()),
                json.path("digits").asInt(start.digits()),
                json.path("motion").asBoolean(start.motion()),
                json.path("textSize").asDouble(start.textSize()),
                json.path("literals").asBoolean(start.literals()));
    }

    private static Workspace desk(JsonNode json) {
        List<Path> recent = new ArrayList<>();
        json.path("recent")
                .forEach(
                        f -> {
                            if (recent.size() < Workspace.MAX_RECENT) {
                                path(f).ifPresent(recent::add);
                            }
                        });
        Map<String, Path> folders = new HashMap<>();
        json.path("folders").properties().stream()
                .limit(MAX_FOLDERS)
                .forEach(
                        f ->
                                path(f.getValue())
                                        .ifPresent(folder -> folders.put(f.getKey(), folder)));
        return new Workspace(
                recent,
                folders,
                window(json.path("window")),
                trained(json.path("trained")),
                LessonsJson.read(json.path("lessons")));
    }

    private static Optional<Trained> trained(JsonNode json) {
        String state = json.path("state").asText("");
        return Fingerprint.parse(json.path("program").asText(""))
                .filter(_ -> !state.isEmpty())
                .map(program -> new Trained(program, state));
    }

    private static Optional<Bounds> window(JsonNode json) {
        Bounds bounds =
                new Bounds(
                        json.path("x").asDouble(Double.NaN),
                        json.path("y").asDouble(Double.NaN),
                        json.path("width").asDouble(Double.NaN),
                        json.path("height").asDouble(Double.NaN),
                        json.path("maximized").asBoolean(false));
        return Optional.of(bounds).filter(Bounds::isSane);
    }

    private static Map<String, Point> pins(JsonNode json) {
        Map<String, Point> pins = new HashMap<>();
        json.properties().stream()
                .limit(Document.MAX_PINS)
                .forEach(
                        pin -> {
                            double x = pin.getValue().path(0).asDouble(Double.NaN);
                            double y = pin.getValue().path(1).asDouble(Double.NaN);
                            if (Double.isFinite(x)
                                    && Double.isFinite(y)
                                    && pin.getKey().length() <= MAX_STRING) {
                                pins.put(pin.getKey(), new Point(x, y));
                            }
                        });
        return pins;
    }

    private static String text(JsonNode json) {
        String text = json.isTextual() ? json.textValue() : "";
        return text.length() <= MAX_TEXT ? LineEnd.plain(text) : "";
    }

    private static Optional<Path> path(JsonNode json) {
        String text = json.isTextual() ? json.textValue() : "";
        try {
            return text.isEmpty() || text.length() > MAX_STRING
                    ? Optional.empty()
                    : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E chosen(JsonNode json, E otherwise) {
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (word(constant).equals(json.asText())) {
                return constant;
            }
        }
        return otherwise;
    }
}
