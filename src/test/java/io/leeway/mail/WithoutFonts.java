package io.leeway.mail;

/** Says whether a picture can be drawn here. */
final class WithoutFonts {
    private WithoutFonts() {}

    public static void main(String[] arguments) {
        System.out.println("picture: "
                + Picture.of(PictureTest.exhibit("distance"), Story.Tone.BAD).isPresent());
    }
}
