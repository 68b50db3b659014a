package io.leeway.mail;

/** A mail that the shipped rules decide. */
public final class ExampleMail {
    private ExampleMail() {}

    /** The opening of the drift of a distance. */
    public static byte[] drift() throws Exception {
        return new Flights()
                .distanceInKilometres().archive().mails().stream()
                        .reduce((newer, older) -> older)
                        .orElseThrow()
                        .mail()
                        .bytes();
    }
}
