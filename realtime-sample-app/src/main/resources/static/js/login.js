/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** The buttons with demo accounts sign in at once. */
const form = document.getElementById('login')

for (const button of document.querySelectorAll('[data-username]')) {
  button.addEventListener('click', () => {
    form.elements.username.value = button.dataset.username
    form.elements.password.value = button.dataset.password
    form.requestSubmit()
  })
}
