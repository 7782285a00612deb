/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

/** The authority does not sign this request, now or later. */
public final class SigningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SigningRefused(String text) {
        super(text);
    }
}
