/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

/**
 * The payload of a CALL.
 *
 * @param <A> the response that answers it
 */
public interface Request<A extends Response> extends Message {}
