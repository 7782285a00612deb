/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Clock;

@EmbeddedTest
final class PostgresTokensIT extends TokensContract {

    private final PostgresTokens tokens;

    PostgresTokensIT(TestDatabase database) {
        this.tokens =
                new PostgresTokens(
                        ServiceDatabase.migrate(database, Service.AUTH).client(),
                        Clock.systemUTC());
    }

    @Override
    Tokens tokens() {
        return tokens;
    }
}
