<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username","password"); section>
<#if section == "form">
<form action="${layout.short(url.loginAction)}" method="post" novalidate>
<#if usernameHidden??>
<p>${(auth.attemptedUsername?upper_case)!} <a href="${layout.short(url.loginRestartFlowUrl)}">${msg("notYou")}</a></p>
<#else>
<label for="username">${msg("signInName")}</label>
<input id="username" name="username" value="${login.username!}" autocomplete="username" autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="40"<@layout.invalid "username" "u"/>>
<@layout.wrong "username" "u"/>
</#if>
<label for="password">${msg("pin")}</label>
<input id="password" name="password" type="password" inputmode="numeric" pattern="[0-9०-९໐-໙]*" maxlength="6" autocomplete="current-password"<@layout.invalid "password" "p"/>>
<@layout.wrong "password" "p"/>
<button>${msg("doLogIn")}</button>
</form>
<#if !usernameHidden??>
<ul>
<li><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/></svg><span>${msg("firstTime")}</span>
<li><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 15.5l3-2.3c1.2-.9 2.6-.9 3.9 0H14a1.6 1.6 0 010 3.2h-3M13.5 16.4l5-2.6a1.6 1.6 0 011.6 2.7L14 20.5H8l-2-1.2H3"/><path d="M12 9.5C8 6.7 9.3 3.6 12 5.3c2.7-1.7 4 1.4 0 4.2z"/></svg><span>${msg("forgotPin")}</span>
</ul>
<p class="s q">${msg("sharedPhone")}</p>
</#if>
</#if>
</@layout.registrationLayout>
