package dev.backstep.text;

import java.util.Optional;

/// Something that cannot be done as it was asked for, and why: a sentence for whoever asked, in no
/// language yet.
public final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Message why;

    public Refusal(Message why) {
        super(null, null);
        this.why = why;
    }

    /// Refuses if there is a reason.
    ///
    /// @throws Refusal then
    public static void unlessEmpty(Optional<Message> reason) {
        if (reason.isPresent()) {
            throw new Refusal(reason.get());
        }
    }

    public Message why() {
        return why;
    }

    /// The sentence in English.
    @Override
    public String getMessage() {
        return Bundle.ENGLISH.say(why);
    }
}
