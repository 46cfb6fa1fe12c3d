package dev.backstep.text;

/// Something that cannot be done as it was asked for, and why: a sentence for whoever asked, in no
/// language yet.
public final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Message why;

    public Refusal(Message why) {
        super(null, null);
        this.why = why;
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
