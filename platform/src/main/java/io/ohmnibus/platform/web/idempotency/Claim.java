/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import java.time.Instant;

/** What became of an attempt to use a key. */
sealed interface Claim {

    /** The request is ours to run; {@code since} tells this claim from a later one. */
    record Granted(Instant since) implements Claim {}

    /** The same request ran before. */
    record Answered(Answer answer) implements Claim {}

    /** The same request is running. */
    record Running() implements Claim {}

    /** The key belongs to another request. */
    record Other() implements Claim {}
}
