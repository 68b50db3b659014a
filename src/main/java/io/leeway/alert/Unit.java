package io.leeway.alert;

/** What may stand behind a number: per cent, or a unit of time, of which seconds are made. */
enum Unit {
    PERCENT("%", 1, 100),
    MILLISECONDS("ms", 1, 1_000),
    SECONDS("s", 1, 1),
    MINUTES("m", 60, 1),
    HOURS("h", 3_600, 1),
    DAYS("d", 86_400, 1);

    private final String symbol;
    private final double times;
    private final double over;

    Unit(String symbol, double times, double over) {
        this.symbol = symbol;
        this.times = times;
        this.over = over;
    }

    /** The number that a text says, its unit included. */
    static double number(String text) {
        for (Unit unit : values()) {
            if (text.endsWith(unit.symbol)) {
                return unit.of(Double.parseDouble(text.substring(0, text.length() - unit.symbol.length())));
            }
        }
        return Double.parseDouble(text);
    }

    private double of(double number) {
        return number * times / over;
    }
}
