/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.simulator.rpc.CallErrorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A CALL that the platform answers with a CALLERROR. */
final class Refusal {

    private Refusal() {}

    static void of(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOf(CallErrorException.class).hasMessageContaining(code);
    }
}
