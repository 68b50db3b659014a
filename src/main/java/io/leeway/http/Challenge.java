package io.leeway.http;

import io.leeway.access.Bearer;
import io.leeway.access.Need;
import io.leeway.access.Refusal;
import java.time.Duration;

/** The answer to a request that is not let in, as RFC 6750 (section 3) and RFC 9110 (section 11.6.1) have it. */
final class Challenge {
    private static final String HEADER = "WWW-Authenticate";
    private static final String REALM = "Bearer realm=\"leeway\"";

    private Challenge() {}

    static Answer to(Refusal why, Need need) {
        return switch (why) {
            case MISSING -> problem(401, why).with(HEADER, REALM);
            case EXPOSED -> problem(400, why).with(HEADER, error("invalid_request"));
            case MALFORMED, UNKNOWN, EXPIRED -> problem(401, why).with(HEADER, error("invalid_token"));
            case SCOPE -> scope(why, need);
        };
    }

    /** To a failure that is one too many. */
    static Answer later(Duration wait) {
        return new HttpProblem(
                        429,
                        "Too many requests with a token that is not good came from this address: wait, and use"
                                + " one that is.")
                .retryAfter(wait)
                .answer();
    }

    private static Answer scope(Refusal why, Need need) {
        String needed = Bearer.redacted(need.text());
        return new HttpProblem(403, why.sentence() + " It takes the scope " + needed + ".")
                .answer()
                .with(HEADER, error("insufficient_scope") + ", scope=\"" + needed + "\"");
    }

    private static Answer problem(int status, Refusal why) {
        return new HttpProblem(status, why.sentence()).answer();
    }

    private static String error(String code) {
        return REALM + ", error=\"" + code + "\"";
    }
}
