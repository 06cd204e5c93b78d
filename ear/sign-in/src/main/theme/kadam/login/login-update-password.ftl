<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">
${msg("updatePasswordTitle")}
<#elseif section == "form">
<#-- A refusal by the realm's rules for PINs comes without a field; it is about the new PIN. -->
<#assign refused=message?has_content && message.type == "error">
<#assign confirm=messagesPerField.existsError("password-confirm")>
<p>${(refused || !message?has_content)?then(msg("updatePasswordMessage"), message.summary)}</p>
<p class="s q" id="a">${msg("pinAdvice")}</p>
<form action="${layout.short(url.loginAction)}" method="post" novalidate>
<input hidden name="username" value="${username!}" autocomplete="username">
<label for="n">${msg("passwordNew")}</label>
<input id="n" name="password-new" type="password" inputmode="numeric" pattern="[0-9०-९໐-໙]*" maxlength="6" autocomplete="new-password" autofocus aria-describedby="a<#if refused && !confirm> p" aria-invalid="true</#if>">
<#if refused && !confirm><p class="s" role="alert" id="p">${message.summary}</p></#if>
<label for="c">${msg("passwordConfirm")}</label>
<input id="c" name="password-confirm" type="password" inputmode="numeric" pattern="[0-9०-९໐-໙]*" maxlength="6" autocomplete="new-password"<@layout.invalid "password-confirm" "w"/>>
<@layout.wrong "password-confirm" "w"/>
<#-- A new PIN ends whatever was signed in with the old one. -->
<input type="hidden" name="logout-sessions" value="on">
<button>${msg("savePin")}</button>
<#if isAppInitiatedAction??><button class="o" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
</form>
</#if>
</@layout.registrationLayout>
