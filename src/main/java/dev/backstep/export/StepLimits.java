package dev.backstep.export;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import java.util.Optional;

/// How much of a walk an export of all its steps has room for.
///
/// @param tooMany the key of what is said of more steps
/// @param parts the most cards and wires of all steps together
/// @param tooLarge the key of what is said of more of them
record StepLimits(int steps, String tooMany, long parts, String tooLarge) {

    /// Why a walk is too large, before anything is drawn; nothing if it is not.
    Optional<Message> refusal(Walkthrough w, Arrangement arrangement) {
        Optional<Message> many = tooMany(w);
        if (many.isPresent()) {
            return many;
        }
        long found = StepDiagrams.parts(w, arrangement);
        return found > parts ? Optional.of(tooMuch(tooLarge, parts, found)) : Optional.empty();
    }

    /// Why there are too many steps; nothing if there are not.
    Optional<Message> tooMany(Walkthrough w) {
        return w.size() > steps ? Optional.of(tooMuch(tooMany, steps, w.size())) : Optional.empty();
    }

    static Message tooMuch(String key, long most, long found) {
        return Message.of(key)
                .with("most", PictureLimits.grouped(most))
                .with("found", PictureLimits.grouped(found));
    }
}
