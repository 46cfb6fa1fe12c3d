package dev.backstep.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the platform keeps what a program remembers, and its logs.
///
/// @param state Linux `$XDG_STATE_HOME/backstep` or `~/.local/state/backstep`, macOS
///   `~/Library/Application Support/Backstep`, Windows `%LOCALAPPDATA%\Backstep`
/// @param logs the same on Linux; macOS `~/Library/Logs/Backstep`, Windows
///   `%LOCALAPPDATA%\Backstep\Logs`
public record Folders(Path state, Path logs) {

    /// Those of this computer.
    public static Folders here() {
        return of(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    static Folders of(Map<String, String> environment, String os, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return new Folders(
                    home.resolve("Library/Application Support/Backstep"),
                    home.resolve("Library/Logs/Backstep"));
        }
        if (name.contains("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path folder =
                    (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local))
                            .resolve("Backstep");
            return new Folders(folder, folder.resolve("Logs"));
        }
        // The XDG specification: a path that is not absolute is to be ignored.
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder =
                (state.startsWith("/") ? Path.of(state) : home.resolve(".local/state"))
                        .resolve("backstep");
        return new Folders(folder, folder);
    }
}
