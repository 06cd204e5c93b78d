<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">
<#if messageHeader??>${msg(messageHeader)}<#else>${message.summary}</#if>
<#elseif section == "form">
<#if messageHeader??><p>${message.summary}</p></#if>
<#list requiredActions![] as action><p>${msg("requiredAction." + action)}</p></#list>
<#if skipLink??>
<#elseif pageRedirectUri?has_content><a class="b o" href="${pageRedirectUri}">${msg("backToApplication")}</a>
<#elseif actionUri?has_content><a class="b" href="${actionUri}">${msg("proceedWithAction")}</a>
<#else><@layout.back/>
</#if>
</#if>
</@layout.registrationLayout>
