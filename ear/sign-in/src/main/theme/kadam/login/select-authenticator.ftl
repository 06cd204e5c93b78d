<#-- There is one way to sign in; whoever asks for another is shown that one. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">
${msg("loginChooseAuthenticator")}
<#elseif section == "form">
<form action="${layout.short(url.loginAction)}" method="post">
<#list auth.authenticationSelections as way><button name="authenticationExecution" value="${way.authExecId}">${msg(way.displayName)}</button></#list>
</form>
</#if>
</@layout.registrationLayout>
