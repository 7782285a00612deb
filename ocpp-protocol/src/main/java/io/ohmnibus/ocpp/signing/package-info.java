/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Signed messages (Part 4, 7): a payload inside a flattened JWS (RFC 7515), so that its origin can
 * be proved end to end, whatever lies between.
 *
 * <p>The codec unwraps them always; whether, and with whose key, a signature is verified is the
 * caller's policy. Which certificate belongs to a thumbprint is out of scope here as in the
 * specification.
 */
@NullMarked
package io.ohmnibus.ocpp.signing;

import org.jspecify.annotations.NullMarked;
