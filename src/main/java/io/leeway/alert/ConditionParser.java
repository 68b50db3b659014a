package io.leeway.alert;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.alert.Lexer.Kind;
import io.leeway.alert.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads conditions such as {@code accuracy.high < baseline.accuracy - 2%}. From loosest to tightest: {@code or},
 * {@code and}, {@code not}, a comparison, {@code + -}, {@code * /}, a sign, then numbers (also {@code 2%}, and
 * {@code 90s}, {@code 15m}, {@code 6h}, {@code 5d}, which are seconds), figures, {@code abs(x)},
 * {@code min(x, y)}, {@code max(x, y)} and brackets. Every name is checked against the measurement.
 */
public final class ConditionParser {
    private static final Map<String, Amount.Operator> SIGNS = Map.of(
            "+", Amount.Operator.PLUS,
            "-", Amount.Operator.MINUS,
            "*", Amount.Operator.TIMES,
            "/", Amount.Operator.OVER);
    /** Deeper nesting is a mistake, and would end in a stack overflow. */
    private static final int DEEPEST = 50;

    private final FigureNames names;
    private final List<Token> tokens;
    private int position;
    private int depth;

    private ConditionParser(FigureNames names, List<Token> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /**
     * The condition written in {@code text}.
     *
     * @throws InvalidConditionException with the place of the fault and what to write instead
     */
    public static Condition parse(String text, FigureNames names) throws InvalidConditionException {
        ConditionParser parser = new ConditionParser(names, Lexer.tokens(text));
        Condition condition = parser.condition(parser.either(), 0);
        Token rest = parser.next();
        if (rest.kind() != Kind.END) {
            throw new InvalidConditionException(rest.offset(), rest.text() + " was not expected here");
        }
        return condition;
    }

    private Expression either() throws InvalidConditionException {
        int start = peek().offset();
        Expression left = both();
        while (taken("or")) {
            left = new Condition.Either(condition(left, start), condition(both(), peek().offset()));
        }
        return left;
    }

    private Expression both() throws InvalidConditionException {
        int start = peek().offset();
        Expression left = not();
        while (taken("and")) {
            left = new Condition.Both(condition(left, start), condition(not(), peek().offset()));
        }
        return left;
    }

    private Expression not() throws InvalidConditionException {
        if (taken("not")) {
            int start = peek().offset();
            return condition(deeper(this::not), start).negated();
        }
        return comparison();
    }

    private Expression comparison() throws InvalidConditionException {
        int start = peek().offset();
        Expression left = sum();
        var relation = Relation.of(peek().text());
        if (relation.isEmpty()) {
            return left;
        }
        next();
        int second = peek().offset();
        var found = new Condition.Comparison(amount(left, start), relation.get(), amount(sum(), second));
        if (found.figures().isEmpty()) {
            throw new InvalidConditionException(
                    start, "this compares two numbers and is always the same; name a figure");
        }
        return found;
    }

    private Expression sum() throws InvalidConditionException {
        return chain(Set.of("+", "-"), this::product);
    }

    private Expression product() throws InvalidConditionException {
        return chain(Set.of("*", "/"), this::signed);
    }

    private Expression chain(Set<String> signs, Part part) throws InvalidConditionException {
        int start = peek().offset();
        Expression left = part.read();
        while (peek().kind() == Kind.SIGN && signs.contains(peek().text())) {
            Amount.Operator operator = SIGNS.getOrDefault(next().text(), Amount.Operator.PLUS);
            int second = peek().offset();
            left = new Amount.Arithmetic(amount(left, start), operator, amount(part.read(), second));
        }
        return left;
    }

    private Expression signed() throws InvalidConditionException {
        if (!taken("-")) {
            return primary();
        }
        int start = peek().offset();
        Amount operand = amount(deeper(this::signed), start);
        return new Amount.Arithmetic(new Amount.Constant(0, "0"), Amount.Operator.MINUS, operand);
    }

    private Expression primary() throws InvalidConditionException {
        Token token = next();
        if (token.is("(")) {
            Expression inside = deeper(this::either);
            expect(")");
            return inside;
        }
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case WORD -> peek().is("(") ? call(token) : figure(token);
            case SIGN, END ->
                throw new InvalidConditionException(
                        token.offset(), "a number or a figure is missing before " + token.text());
        };
    }

    private static Amount number(Token token) {
        return new Amount.Constant(Unit.number(token.text()), token.text());
    }

    private Amount figure(Token token) throws InvalidConditionException {
        return names.stored(token.text())
                .map(Amount.Figure::new)
                .orElseThrow(() -> new InvalidConditionException(
                        token.offset(),
                        "there is no figure " + token.text() + " here; " + names.suggestion(token.text())));
    }

    private Amount call(Token function) throws InvalidConditionException {
        expect("(");
        List<Amount> arguments = new ArrayList<>();
        do {
            int start = peek().offset();
            arguments.add(amount(deeper(this::sum), start));
        } while (taken(","));
        expect(")");
        if (function.is("abs") && arguments.size() == 1) {
            return new Amount.Absolute(arguments.get(0));
        }
        return extreme(function, arguments);
    }

    private static Amount extreme(Token function, List<Amount> arguments) throws InvalidConditionException {
        if (arguments.size() > 1 && (function.is("min") || function.is("max"))) {
            return new Amount.Extreme(function.is("min") ? Amount.Operator.MIN : Amount.Operator.MAX, arguments);
        }
        throw new InvalidConditionException(
                function.offset(), "write abs(x), min(x, y) or max(x, y) instead of " + function.text() + "(...)");
    }

    private Expression deeper(Part part) throws InvalidConditionException {
        depth++;
        if (depth > DEEPEST) {
            throw new InvalidConditionException(peek().offset(), "this is nested more than " + DEEPEST + " deep");
        }
        Expression inside = part.read();
        depth--;
        return inside;
    }

    private Amount amount(Expression expression, int offset) throws InvalidConditionException {
        if (expression instanceof Amount amount) {
            return amount;
        }
        throw new InvalidConditionException(offset, "a number is needed here, this is a condition");
    }

    private Condition condition(Expression expression, int offset) throws InvalidConditionException {
        if (expression instanceof Condition condition) {
            return condition;
        }
        throw new InvalidConditionException(
                offset, "a condition is needed here, this is a number; compare it, as in n > 0");
    }

    private void expect(String sign) throws InvalidConditionException {
        Token token = next();
        if (!token.is(sign)) {
            throw new InvalidConditionException(token.offset(), sign + " is missing before " + token.text());
        }
    }

    private boolean taken(String text) {
        boolean is = peek().is(text);
        if (is) {
            next();
        }
        return is;
    }

    private Token peek() {
        return tokens.get(position);
    }

    @CanIgnoreReturnValue
    private Token next() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    /** One level of the grammar. */
    private interface Part {
        Expression read() throws InvalidConditionException;
    }
}
