/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.test.ServiceDatabase;
import java.time.Clock;

/** Tokens on a real table, also for tests of other packages. */
public final class TokensUnderTest {

    private TokensUnderTest() {}

    public static Tokens in(ServiceDatabase database) {
        return new PostgresTokens(
                database.client(), Clock.systemUTC(), revisions(database), database.transaction());
    }

    public static TokenRevisions revisions(ServiceDatabase database) {
        return new TokenRevisions(database.client(), Clock.systemUTC());
    }
}
